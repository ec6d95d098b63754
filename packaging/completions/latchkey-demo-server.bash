# bash completion for latchkey-demo-server(1)

_latchkey_demo_server()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $before in
    --access-lifetime | --refresh-lifetime)
        mapfile -t COMPREPLY < <(compgen -W '30s 5m 10h 20d' -- "$word")
        return
        ;;
    --port)
        return
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W '--port --access-lifetime --refresh-lifetime --rotate --single-session
        --until-stdin-closes --help --version -h -v' -- "$word")
}
complete -F _latchkey_demo_server latchkey-demo-server
