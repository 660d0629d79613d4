#compdef tgkt
# Completion of tgkt in zsh. In ~/.zshrc: eval "$(tgkt completion zsh)"
# Or keep it as _tgkt in a folder of fpath.

_tgkt() {
    local tgkt=${${(Q)words[1]}/#\~/$HOME} how line
    local -a answer found shown how_to
    (( $+commands[$tgkt] )) || [[ -x $tgkt ]] || tgkt=tgkt
    answer=("${(@f)$(_TGKT_COMPLETE=zsh COLUMNS=$COLUMNS $tgkt "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    how=$answer[1]
    shift answer
    case $how in
        files) compset -P '--*='; _files; return ;;
        folders) compset -P '--*='; _files -/; return ;;
        open) how_to=(-S '') ;;
        titles)
            how_to=(-U)
            (( $#answer > 1 )) && compstate[insert]='' compstate[list]='list force'
            ;;
        words) ;;
        *) return 1 ;;
    esac
    for line in $answer; do
        found+=("${line%%$'\t'*}")
        shown+=("${line#*$'\t'}")
    done
    compadd -l -V tgkt "${how_to[@]}" -d shown -a found
}

if [[ $funcstack[1] = _tgkt ]]; then
    _tgkt "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
    compdef _tgkt tgkt
fi
