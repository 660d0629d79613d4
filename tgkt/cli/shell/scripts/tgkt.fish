# Completion of tgkt in fish: tgkt completion fish > ~/.config/fish/completions/tgkt.fish

function __tgkt_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l tgkt (string replace -r '^~' $HOME -- $words[1])
    command -q $tgkt; or set tgkt tgkt
    set -l answer (env _TGKT_COMPLETE=fish $tgkt $words[2..-1] "$typed" 2>/dev/null)
    set -l before (string match -r '^--[^=]*=' -- $typed)
    set -l path (string replace -r '^--[^=]*=' '' -- $typed)
    switch "$answer[1]"
        case files
            printf "$before%s\n" (__fish_complete_path $path)
        case folders
            printf "$before%s\n" (__fish_complete_directories $path '')
        case '*'
            printf '%s\n' $answer[2..-1]
    end
end

complete -c tgkt -f -k -a '(__tgkt_complete)'
