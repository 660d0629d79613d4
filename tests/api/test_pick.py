"""What a person may name, and what is meant by it: numbers, ids and words of titles."""

from __future__ import annotations

import re
from typing import Any

import pytest
from cli.runner import Answer, Tgkt

from tgkt.api.pick import Name, pick
from tgkt.errors import UsageError

NAMES = [
    Name("rice", ("Sản lượng lúa", "Rice harvest"), "1", "whole"),
    Name("water", ("Nước sạch nông thôn", "Clean water in the countryside"), "2.1", "whole"),
    Name("town_water", ("Nước sạch đô thị", "Clean water in towns"), "2.2", "whole"),
    Name("pupils", ("Số học sinh đến trường", "Pupils at school"), "3", "whole"),
    Name("pupils", ("Số học sinh đến trường", "Pupils at school"), "4", "whole"),
    Name("clubs", ("Câu lạc bộ hợp tác", "Clubs"), "5", "whole"),
    Name("classes", ("Lớp học ở xã", "Classes in communes"), "5.1", "whole"),
    Name("code", ("Mã hiệu", "A code"), "TU-02", "whole"),
    Name("class_size", ("Số học sinh một lớp", "Pupils in a class"), "2", "east"),
    Name("rice_exports", ("Xuất khẩu gạo", "Exports of rice")),
    Name("rice_yield", ("Năng suất lúa", "Rice yield")),
    Name("schools", ("Trường học", "Schools")),
    Name("forest", ("Rừng trồng", "Planted forest"), "6", "whole"),
    Name("forest_cover", ("Tỷ lệ che phủ rừng", "Forest cover"), "7", "whole"),
]


def picked(what: str) -> list[str]:
    """Numbers and ids of what a text means; a number or an id alone where there is no other."""
    return [" ".join(filter(None, (name.number, name.id))) for name in pick(what, NAMES, "unknown.", "Look").names]


def refused(what: str) -> str:
    """Why a text is not taken."""
    with pytest.raises(UsageError) as error:
        pick(what, NAMES, "unknown.", "Look")
    return str(error.value)


@pytest.mark.parametrize(
    ("what", "meant"),
    [
        pytest.param("1", ["1 rice"], id="a number"),
        pytest.param("2.2", ["2.2 town_water"], id="the number of a part"),
        pytest.param("2", ["2.1 water", "2.2 town_water", "2 class_size"], id="all parts, and the row of another area"),
        pytest.param("5", ["5 clubs"], id="a row that has rows under it"),
        pytest.param("5.1", ["5.1 classes"], id="a row under another"),
        pytest.param("TU-02", ["TU-02 code"], id="a number with letters"),
        pytest.param("tu-02", ["TU-02 code"], id="a number with small letters"),
        pytest.param("rice", ["1 rice"], id="an id that is a word of other titles too"),
        pytest.param("RICE_Yield", ["rice_yield"], id="an id in capitals"),
        pytest.param("pupils", ["3 pupils", "4 pupils"], id="an id with two rows"),
        pytest.param("số học sinh đến trường", ["3 pupils", "4 pupils"], id="a whole title"),
        pytest.param("so hoc sinh den truong", ["3 pupils", "4 pupils"], id="a title without accents"),
        pytest.param("SỐ HỌC SINH ĐẾN TRƯỜNG", ["3 pupils", "4 pupils"], id="capitals with accents"),
        pytest.param("hoc sinh den", ["3 pupils", "4 pupils"], id="words that follow each other"),
        pytest.param("towns water", ["2.2 town_water"], id="words in any order"),
        pytest.param("clea coun", ["2.1 water"], id="beginnings of words"),
        pytest.param("nuoc sach do thi", ["2.2 town_water"], id="no accents, đ as d"),
        pytest.param("schools", ["schools"], id="an id that is a title too"),
        pytest.param("Trường học", ["schools"], id="a title, not the same words in another order"),
        pytest.param("  exports ", ["rice_exports"], id="blanks around"),
        pytest.param("xuất khẩu", ["rice_exports"], id="accents as two signs each"),
        pytest.param("harvest", ["1 rice"], id="one word of English"),
        pytest.param("lua", ["1 rice"], id="a target of the plan before an indicator outside it"),
        pytest.param("lớp học", ["5.1 classes"], id="accents that only one title has"),
        pytest.param("rung", ["6 forest"], id="the title that begins with the words"),
        pytest.param("FOREST COVER", ["7 forest_cover"], id="a whole title in capitals"),
    ],
)
def test_one_thing_is_meant(what: str, meant: list[str]) -> None:
    """A number, an id, or words that fit one indicator better than all others."""
    assert picked(what) == meant


@pytest.mark.parametrize(("what", "by_words"), [("1", False), ("2", False), ("rice", False), ("harvest", True)])
def test_only_words_are_told_back(what: str, by_words: bool) -> None:
    """A number or an id says itself which indicator it is."""
    assert pick(what, NAMES, "unknown.", "Look").by_words is by_words


@pytest.mark.parametrize(
    ("what", "told"),
    [
        pytest.param(
            "nước sạch",
            "'nước sạch' matches several titles: 2.1 water (Nước sạch nông thôn); 2.2 town_water (Nước sạch đô thị). "
            "Give a number or an id",
            id="two",
        ),
        pytest.param(
            "hoc sinh",
            "'hoc sinh' matches several titles: 3, 4 pupils (Số học sinh đến trường); "
            "2 class_size (Số học sinh một lớp). Give a number or an id",
            id="two, one of them with two rows",
        ),
    ],
)
def test_several_are_listed(what: str, told: str) -> None:
    """Words that fit several alike are answered with number, id and title of each."""
    assert refused(what) == told


def test_ten_are_listed_at_most() -> None:
    """A word that many titles hold does not fill the screen."""
    many = [Name(f"i{place}", (f"Share {place}",), str(place)) for place in range(1, 14)]
    with pytest.raises(UsageError) as error:
        pick("share", many, "unknown.", "Look")
    assert "; 10 i10 (Share 10); and 3 more. Give" in str(error.value)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        pytest.param("rise", "unknown. Did you mean 'rice'?", id="a slip in an id"),
        pytest.param("countrysde watr", "unknown. Did you mean 'water' (Nước sạch nông thôn)?", id="a slip in words"),
        pytest.param(
            "nang suat lau", "unknown. Did you mean 'rice_yield' (Năng suất lúa)?", id="a slip without accents"
        ),
        pytest.param("99", "unknown. Use one of: 1, 2, 2.1, 2.2, 3, 4", id="a number there is not"),
        pytest.param("2,1", "'2,1' is not the number of a target. Write 2.1", id="a number with a comma"),
        pytest.param("xyzzy", "unknown. Look.", id="like nothing"),
        pytest.param("ha", "unknown. Look.", id="too short for the beginning of a word"),
        pytest.param("", "unknown. Look.", id="nothing"),
        pytest.param("%", "unknown. Look.", id="a sign"),
    ],
)
def test_what_means_nothing_is_answered_with_the_nearest(what: str, told: str) -> None:
    """A slip is not mended but asked about."""
    assert refused(what).startswith(told)


def answered(tgkt: Tgkt, *args: str) -> Any:
    """The JSON answer, whatever the exit code."""
    return tgkt(*args, "--format", "json").json


def test_explain_and_blend_mean_an_indicator(tgkt: Tgkt) -> None:
    """By its number in the plan in force, its id, or words."""
    assert answered(tgkt, "explain", "3")["id"] == "grdp_per_capita"
    told: Answer = tgkt("explain", "grdp binh quan", "--format", "json", "--lang", "vi")
    assert (told.json["id"], told.err) == ("grdp_per_capita", "")
    assert answered(tgkt, "blend", "2")["rows"] == answered(tgkt, "blend", "grdp_growth")["rows"]
    assert tgkt("blend", "2").err == ""
    weighed = answered(tgkt, "blend", "grdp_growth", "--weight-by", "dân số")["rows"]
    assert weighed == answered(tgkt, "blend", "grdp_growth", "--weight-by", "population")["rows"]


def test_explain_asks_which_part(tgkt: Tgkt) -> None:
    """A number with several parts is no one indicator; one with two rows of one indicator is."""
    told = tgkt("explain", "15")
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert "'15' has several parts: 15.1 labour_share_agriculture (" in told.err
    assert answered(tgkt, "explain", "23")["id"] == "income_per_capita"


def codes(tgkt: Tgkt, *args: str) -> list[str]:
    """Numbers of the rows of an answer."""
    return [row["code"] for row in answered(tgkt, *args)["rows"]]


@pytest.mark.parametrize("command", ["status", "project"])
@pytest.mark.parametrize(
    ("what", "found"),
    [
        (("11",), ["11.1", "11.2"]),
        (("11.2",), ["11.2"]),
        (("23.2",), ["23.2"]),
        (("income_per_capita",), ["23.1", "23.2"]),
        (("Forest Cover", "28"), ["28"]),
        (("tuoi tho",), ["12"]),
    ],
)
def test_status_and_project_mean_rows(tgkt: Tgkt, command: str, what: tuple[str, ...], found: list[str]) -> None:
    """All parts of a number, one part, all rows of an indicator; a row named twice stands once."""
    assert codes(tgkt, command, *what) == found


def test_rows_are_those_of_the_plan_asked_for(tgkt: Tgkt) -> None:
    """A number means what it means in the plan that is named."""
    rows = answered(tgkt, "status", "8", "--plan", "results_2020_2025")["rows"]
    assert {(row["code"], row["plan"]) for row in rows} == {("8", "results_2020_2025")}


def test_a_what_if_and_a_goal_name_rows_alike(tgkt: Tgkt) -> None:
    """--set, --solve and --for take numbers and words."""
    by_id = answered(tgkt, "project", "--set", "grdp_growth=9")["rows"]
    changed = [{**row, "scenario": ""} for row in by_id]
    for name in ("2", "tăng trưởng kinh tế"):
        rows = answered(tgkt, "project", "--set", f"{name}=9")["rows"]
        assert [{**row, "scenario": ""} for row in rows] == changed
    goal = answered(tgkt, "project", "--solve", "2", "--for", "GRDP per capita >= 220")["rows"]
    assert goal == answered(tgkt, "project", "--solve", "grdp_growth", "--for", "grdp_per_capita >= 220")["rows"]


def test_one_row_is_set(tgkt: Tgkt) -> None:
    """A number with several parts cannot be set to one figure."""
    for number in ("15", "23"):
        told = tgkt("project", "--set", f"{number}=9")
        assert (told.code, f"'{number}' has several parts" in told.err) == (2, True)
    assert "has no number of its own" in tgkt("project", "--set", "income_per_capita=80").err


def test_check_keeps_what_touches_an_indicator(tgkt: Tgkt) -> None:
    """The findings, and the counts above them, are those that speak of what was named."""
    everything = answered(tgkt, "check", "--all")["rows"]
    named = answered(tgkt, "check", "11.1", "--all")["rows"]
    spoken = [each["key"] for each in everything if re.search(r"(?<!\w)population\[", each["formula"] or "")]
    assert set(spoken) <= {each["key"] for each in named}
    assert 0 < len(spoken) <= len(named) < len(everything)
    head = answered(tgkt, "check", "11.1")
    assert sum(head[key] for key in ("consistent", "inconsistent", "needs_assumption", "not_computable")) == len(named)


def test_check_says_that_nothing_touches(tgkt: Tgkt) -> None:
    """An indicator that no relation speaks of has no finding, and that is said."""
    told = tgkt("check", "pho_yen_city_years_ahead")
    assert (told.code, told.err) == (0, "no relation of the audit involves this. tgkt check --all shows them all\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param(("check", "population", "--page"), "--page writes the whole audit", id="a page of one indicator"),
        pytest.param(("status", "4", "--page"), "--page shows every derived figure", id="a page of one target"),
        pytest.param(
            ("status", "gdrp"), "'gdrp' is not a target of targets_2025_2030. Did you mean 'grdp'?", id="a slip"
        ),
        pytest.param(
            ("project", "99"),
            "'99' is not a target of targets_2025_2030. tgkt status --plan targets_2025_2030 shows them.",
            id="a number there is not",
        ),
        pytest.param(
            ("status", "grdp_per_capita_increase"),
            "'grdp_per_capita_increase' is not a target of",
            id="an indicator outside the plan",
        ),
        pytest.param(
            ("check", "--baseline", "a.json"), "--baseline is now --known. Write --known a.json", id="renamed"
        ),
    ],
)
def test_what_is_refused(tgkt: Tgkt, args: tuple[str, ...], words: str) -> None:
    """One line that says what is wrong."""
    told = tgkt(*args)
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert words in told.err


ASKED = (
    # what a person types, and what is asked for: codes of rows, or a field of the answer
    pytest.param(("status", "3"), ["3"], id="a number of a target"),
    pytest.param(("status", "34"), ["34.1", "34.2", "34.3", "34.4", "34.5"], id="all parts of a target"),
    pytest.param(("status", "1.2"), ["1.2"], id="one part"),
    pytest.param(("status", "GRDP bình quân"), ["3"], id="words with accents"),
    pytest.param(("status", "GRDP BINH QUAN"), ["3"], id="words without accents, in capitals"),
    pytest.param(("status", "tuổi thọ"), ["12"], id="words within a title"),
    pytest.param(("project", "GRDP per capita"), ["3"], id="words of English"),
    pytest.param(("check", "3", "--all"), None, id="the audit of a target"),
    pytest.param(("blend", "2"), None, id="a merged figure by number"),
    pytest.param(("explain", "GRDP bình quân"), None, id="an indicator in words"),
    pytest.param(("explain", "grdp binh quan"), None, id="an indicator in words without accents"),
)


@pytest.mark.parametrize(("typed", "rows"), ASKED)
def test_what_a_person_types_runs(tgkt: Tgkt, typed: tuple[str, ...], rows: list[str] | None) -> None:
    """Numbers, and words of a title with or without case and accents."""
    done = tgkt(*typed, "--format", "json")
    assert (done.code in (0, 1), done.err) == (True, "")
    assert rows is None or [row["code"] for row in done.json["rows"]] == rows


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        pytest.param(("--section", "Kinh tế"), ("--section", "economy"), id="a section in Vietnamese"),
        pytest.param(("--section", "kinh te"), ("--section", "economy"), id="a section without accents"),
        pytest.param(("--section", "Economy"), ("--section", "economy"), id="a section in English"),
        pytest.param(("--section", "van hoa"), ("--section", "society"), id="a part of a section's name"),
        pytest.param(("--area", "hợp nhất"), ("--area", "merged"), id="an area by words"),
        pytest.param(("--area", "Bắc Kạn"), ("--area", "bac_kan"), id="an area by its name"),
        pytest.param(("--area", "bac kan"), ("--area", "bac_kan"), id="an area without accents"),
        pytest.param(("--plan", "2020-2025"), ("--plan", "results_2020_2025"), id="a plan by the term of its title"),
        pytest.param(("--plan", "2021-2025"), ("--plan", "results_2020_2025"), id="a plan by its period"),
        pytest.param(("--plan", "2020 – 2025"), ("--plan", "results_2020_2025"), id="a term with a dash"),
        pytest.param(("--plan", "kết quả"), ("--plan", "results_2020_2025"), id="a plan by words of its title"),
        pytest.param(("--verdict", "không đạt"), ("--verdict", "not_met"), id="a verdict in Vietnamese"),
        pytest.param(("--verdict", "chưa đạt"), ("--verdict", "not_met"), id="the same in other words"),
        pytest.param(("--verdict", "khong dat"), ("--verdict", "not_met"), id="the same without accents"),
        pytest.param(("--verdict", "✗ not met"), ("--verdict", "not_met"), id="a verdict as a table shows it"),
        pytest.param(("--verdict", "fail"), ("--verdict", "not_met"), id="a verdict in short"),
        pytest.param(("--verdict", "đạt"), ("--verdict", "met"), id="met in Vietnamese, not its opposite"),
        pytest.param(("--verdict", "đạt,vượt"), ("--verdict", "met,exceeded"), id="two verdicts"),
        pytest.param(("--verdict", "passed"), ("--verdict", "exceeded,met"), id="what a scoreboard counts"),
        pytest.param(("--standing", "on track"), ("--standing", "on_track"), id="a standing in words"),
        pytest.param(("--standing", "đúng tiến độ"), ("--standing", "on_track"), id="a standing in Vietnamese"),
        pytest.param(("--standing", "cham tien do"), ("--standing", "behind"), id="a standing without accents"),
        pytest.param(("--standing", "chưa có số liệu"), ("--standing", "no_figure"), id="no figure"),
        pytest.param(("--sort", "by title"), ("--sort", "title"), id="an order by its heading"),
        pytest.param(("--sort", "số thứ tự"), ("--sort", "code"), id="an order in Vietnamese"),
    ],
)
def test_options_take_words(tgkt: Tgkt, typed: tuple[str, ...], same: tuple[str, ...]) -> None:
    """What stands in the tables may be typed; the answer is that to the id, and in a pipe nothing is said of it."""
    assert tgkt("status", *typed, "--format", "json") == tgkt("status", *same, "--format", "json")


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (("explain", "3", "--area", "hop nhat"), ("explain", "3", "--area", "merged")),
        (("blend", "2", "--area", "Thái Nguyên (merged)"), ("blend", "2", "--area", "merged")),
        (("blend", "--all", "--area", "hợp nhất"), ("blend", "--all", "--area", "merged")),
        (("project", "3", "--area", "hợp nhất"), ("project", "3", "--area", "merged")),
        (("project", "--plan", "2025-2030"), ("project", "--plan", "targets_2025_2030")),
        (("overview", "--plan", "2020-2025"), ("overview", "--plan", "results_2020_2025")),
        (("diff", "2024", "2025", "--section", "moi truong"), ("diff", "2024", "2025", "--section", "environment")),
        (("diff", "2024", "2025", "--area", "Bac Kan"), ("diff", "2024", "2025", "--area", "bac_kan")),
        (("diff", "2020-2025", "2025-2030"), ("diff", "results_2020_2025", "targets_2025_2030")),
        (
            ("check", "--id", "blend grdp growth 2021"),
            ("check", "--id", "blend.grdp_growth.2021-2025"),
        ),
    ],
    ids=" ".join,
)
def test_every_command_takes_words(tgkt: Tgkt, typed: tuple[str, ...], same: tuple[str, ...]) -> None:
    """Areas, sections, plans and findings are read alike everywhere."""
    assert tgkt(*typed, "--format", "json") == tgkt(*same, "--format", "json")


def test_a_sheet_is_made_for_an_area_in_words(tgkt: Tgkt) -> None:
    """The template reads areas and plans as every command does."""
    assert tgkt("template", "2026", "--area", "hợp nhất").out == tgkt("template", "2026", "--area", "merged").out


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (("2030",), ("--year", "2030")),
        (("3", "2028"), ("3", "--year", "2028")),
        (("2028", "--year", "2028"), ("--year", "2028")),
    ],
    ids=" ".join,
)
def test_a_year_of_the_term_is_the_year(tgkt: Tgkt, typed: tuple[str, ...], same: tuple[str, ...]) -> None:
    """`tgkt project 2030` asks about 2030."""
    assert tgkt("project", *typed, "--format", "json") == tgkt("project", *same, "--format", "json")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param(
            ("project", "2024"),
            "'2024' is neither a target of targets_2025_2030 nor a year of its term, 2026-2030",
            id="a year outside the term",
        ),
        pytest.param(("project", "2027", "2028"), "2027 and 2028 are two years", id="two years"),
        pytest.param(
            ("status", "--area", "Thái Nguyên"),
            "--area: 'Thái Nguyên' matches several: merged (Thái Nguyên (merged)); thai_nguyen (Thái Nguyên (old)). "
            "Write the id of one",
            id="a name of two areas",
        ),
        pytest.param(
            ("status", "--section", "econmy"),
            "--section: unknown section 'econmy'. Did you mean 'economy'",
            id="a slip in a section",
        ),
        pytest.param(("status", "--plan", "1990-1995"), "--plan: unknown plan '1990-1995'.", id="a term of no plan"),
        pytest.param(
            ("status", "--standing", "không đạt"),
            "--standing: 'không đạt' is a verdict. Write --verdict 'không đạt'",
            id="a verdict as standing",
        ),
        pytest.param(
            ("status", "--verdict", "behind"),
            "--verdict: 'behind' is a standing. Write --standing behind",
            id="a standing as verdict",
        ),
        pytest.param(
            ("status", "--verdict", "xyz"), "--verdict: unknown value 'xyz'. Use one of: exceeded", id="no verdict"
        ),
        pytest.param(
            ("status", "--fail-on", "xyz"), "--fail-on: unknown value 'xyz'. Use one of: already_missed", id="no state"
        ),
        pytest.param(
            ("status", "nước"), "'nước' matches several titles: 5.1 revenue_growth", id="a word of several titles"
        ),
        pytest.param(("status", "1,2"), "'1,2' is not the number of a target. Write 1.2", id="a number with a comma"),
        pytest.param(
            ("explain", "xyzzy"),
            "unknown indicator 'xyzzy'. tgkt list indicators shows every number, id and title",
            id="no indicator",
        ),
    ],
)
def test_what_stays_open_is_asked_back(tgkt: Tgkt, args: tuple[str, ...], words: str) -> None:
    """Several are listed, and what means nothing is answered with the nearest there is."""
    told = tgkt(*args)
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert words in told.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("explain", "grdp binh quan"), "'grdp binh quan' is taken as 3 grdp_per_capita (GRDP bình quân đầu người)"),
        (("status", "--section", "kinh te"), "'kinh te' is taken as economy (Về kinh tế)"),
    ],
)
def test_words_are_told_back_on_a_terminal(tgkt: Tgkt, args: tuple[str, ...], said: str) -> None:
    """One match runs and is named, in the language of the run; in a pipe nobody needs it."""
    english = tgkt.screen(*args, width=100, NO_COLOR="1")
    assert english.startswith(f"'{args[-1]}' is taken as ")
    assert said.split(" (")[1] in tgkt.screen(*args, "--lang", "vi", width=100, NO_COLOR="1")
    assert tgkt(*args).err == ""


@pytest.mark.parametrize("state", ["không đạt", "not met", "fail"])
def test_fail_on_takes_words(tgkt: Tgkt, state: str) -> None:
    """A script may be written by a person, too."""
    assert tgkt("status", "--plan", "2020-2025", "--fail-on", state).code == 1
