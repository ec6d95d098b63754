# bash completion for latchkey(1)

_latchkey()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $before in
    --screenshots)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
        return
        ;;
    --server | --profile)
        return
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W '--server --demo --profile --no-keychain --smoke-test --screenshots
        --diagnostics --renew --help --version -h -v' -- "$word")
}
complete -F _latchkey latchkey
