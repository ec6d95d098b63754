# fish completion for latchkey(1)

complete -c latchkey -f
complete -c latchkey -l server -x -d 'Use the API at this address and remember it'
complete -c latchkey -l demo -d 'Start the built-in demo server and use it'
complete -c latchkey -l profile -x -d 'Keep session and settings under a name of their own'
complete -c latchkey -l no-keychain -d 'Keep the session in memory only'
complete -c latchkey -l smoke-test -d 'Do the main job unattended, one line a step'
complete -c latchkey -l screenshots -x -a '(__fish_complete_directories)' -d 'With --smoke-test: save each screen in a folder'
complete -c latchkey -l diagnostics -d 'Print what support needs to know, without secrets'
complete -c latchkey -l renew -d 'Renew the stored sessions that are due, without a window'
complete -c latchkey -s h -l help -d 'Show a help text and exit'
complete -c latchkey -s v -l version -d 'Show the version and exit'
