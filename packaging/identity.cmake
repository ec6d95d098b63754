# Who we are, said once: the metainfo, the .deb, the man pages and the release read it. `make.sh release` refuses to sign
# while an address is on example.org: the real ones are not known yet.
set(LATCHKEY_HOMEPAGE "https://latchkey.example.org")
set(LATCHKEY_CONTACT "maintainers@latchkey.example.org")
set(LATCHKEY_AUTHORS "The Latchkey authors")
