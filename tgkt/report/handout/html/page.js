"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
  const plan = one("#plan");
  if (!plan) return;
  document.documentElement.classList.add("js");

  const rows = all(".row", plan).map((body) => ({
    body,
    says: plain(all(".d > *", body).filter((cell) => !one("svg", cell)).map((cell) => cell.textContent).join(" ")),
    values: body.dataset.v.split("|"),
    texts: all(".d > *", body).map((cell) => cell.textContent.trim()),
  }));
  const groups = all(".g", plan);
  const inOrder = all("tbody", plan);
  const [form, search, section, kind] = [".tools", "#q", "#s", "#k"].map((selector) => one(selector));
  const count = one("output", form);
  const heads = all("thead th", plan);
  const sorted = { at: -1, down: false };
  const wanted = { target: "" };
  form.hidden = false;

  // Which rows are shown

  function show() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { body, says } of rows) {
      const fits = words.every((word) => says.includes(word));
      body.hidden = !fits || (section.value && body.dataset.s !== section.value) || (kind.value && body.dataset.k !== kind.value);
      shown += body.hidden ? 0 : 1;
    }
    const kept = new Set(rows.filter(({ body }) => !body.hidden).map(({ body }) => body.dataset.s));
    const ids = [...section.options].slice(1).map((option) => option.value);
    groups.forEach((group, at) => (group.hidden = sorted.at >= 0 || !kept.has(ids[at])));
    count.value = shown ? count.dataset.says.replace("{shown}", shown).replace("{total}", rows.length) : count.dataset.none;
  }

  // In which order; rows without a value stand last either way

  function sort() {
    heads.forEach((head, at) => {
      if (at === sorted.at) head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    if (sorted.at < 0) return plan.append(...inOrder);
    const { at, down } = sorted;
    const isNumber = rows.some(({ values }) => values[at]);
    const of = (row) => (isNumber ? row.values[at] && Number(row.values[at]) : row.texts[at]);
    const order = rows.slice().sort((one, other) => {
      const [a, b] = [of(one), of(other)];
      if (a === "" || b === "") return (a === "") - (b === "");
      const apart = isNumber ? a - b : a.localeCompare(b, document.documentElement.lang);
      return down ? -apart : apart;
    });
    plan.append(...order.map(({ body }) => body));
  }

  // The address holds all of it: #t-3&q=thu+nhap&s=economy&k=open&by=5&down

  function write() {
    const told = new URLSearchParams();
    for (const [name, field] of [["q", search], ["s", section], ["k", kind]]) if (field.value) told.set(name, field.value);
    if (sorted.at >= 0) told.set("by", sorted.at);
    if (sorted.down) told.set("down", "1");
    const parts = [wanted.target, told.toString()].filter(Boolean).join("&");
    history.replaceState(null, "", parts ? `#${parts}` : location.pathname + location.search);
  }

  function read() {
    const parts = location.hash.slice(1).split("&");
    const state = new URLSearchParams(parts.filter((part) => part.includes("=")).join("&"));
    wanted.target = parts[0].includes("=") ? "" : parts[0];
    if ([...state.keys()].length || !wanted.target) {
      search.value = state.get("q") || "";
      section.value = state.get("s") || "";
      kind.value = state.get("k") || "";
      sorted.at = state.has("by") && heads[state.get("by")] ? Number(state.get("by")) : -1;
      sorted.down = state.has("down");
    }
    sort();
    show();
    lead();
    if (wanted.target && wanted.target !== "top") write();
  }

  function named(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  // Whoever chooses rows or an order has left the row that the address led to

  function chosen() {
    wanted.target = "";
    show();
    write();
  }

  function lead() {
    all(".here").forEach((body) => body.classList.remove("here"));
    const there = document.getElementById(named(wanted.target));
    if (!there) return;
    const body = there.closest(".row");
    if (body) {
      if (body.hidden) {
        form.reset();
        show();
      }
      body.classList.add("here");
      one("details", body).open = true;
    }
    (body || there).scrollIntoView();
  }

  for (const [at, head] of heads.entries()) {
    const text = document.createElement("span");
    text.append(...head.childNodes);
    head.append(text);
    if (head.classList.contains("plain")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text.textContent;
    button.title = plan.dataset.sort.replace("{head}", text.textContent);
    button.addEventListener("click", () => {
      // the first click sorts upward, the second downward, the third gives back the order of the plan
      const is = sorted.at === at;
      Object.assign(sorted, { at: is && sorted.down ? -1 : at, down: is && !sorted.down });
      sort();
      chosen();
    });
    head.append(button);
  }

  form.addEventListener("input", chosen);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    Object.assign(sorted, { at: -1, down: false });
    sort();
    show();
    write();
  }));
  addEventListener("hashchange", read);
  read();

  const save = one("#save");
  save.parentElement.hidden = false;
  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([one("#rows").textContent], { type: "text/csv" }));
    link.download = save.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
})();
