# fish completion for latchkey-demo-server(1)

complete -c latchkey-demo-server -f
complete -c latchkey-demo-server -l port -x -d 'Port on 127.0.0.1; a free one unless given'
complete -c latchkey-demo-server -l access-lifetime -x -a '30s 5m 10h 20d' -d 'Life of an access token'
complete -c latchkey-demo-server -l refresh-lifetime -x -a '30s 5m 10h 20d' -d 'Life of a refresh token'
complete -c latchkey-demo-server -l rotate -d 'Refresh tokens work once; a second use revokes the family'
complete -c latchkey-demo-server -l single-session -d "A sign-in ends the account's earlier sessions"
complete -c latchkey-demo-server -l until-stdin-closes -d 'Take commands from standard input, and end with it'
complete -c latchkey-demo-server -s h -l help -d 'Show a help text and exit'
complete -c latchkey-demo-server -s v -l version -d 'Show the version and exit'
