# Completion of tgkt in bash. In ~/.bashrc: eval "$(tgkt completion bash)"

_tgkt() {
    local tgkt=${1/#\~/$HOME} how line
    command -v -- "$tgkt" >/dev/null 2>&1 || tgkt=tgkt
    COMPREPLY=()
    {
        read -r how
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done
    } < <(_TGKT_COMPLETE=bash COMP_TYPE=${COMP_TYPE-} COLUMNS=${COLUMNS-} \
        "$tgkt" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    case $how in
        open) compopt -o nospace ;;
        files) compopt -o default ;;
        folders) compopt -o dirnames ;;
    esac 2>/dev/null
}

complete -o nosort -F _tgkt tgkt 2>/dev/null || complete -F _tgkt tgkt
