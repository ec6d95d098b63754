# Who we are, said once: the metainfo, the .deb and the man pages read it. The real addresses are not known yet.
set(LATCHKEY_HOMEPAGE "https://latchkey.example.org")
set(LATCHKEY_CONTACT "maintainers@latchkey.example.org")
set(LATCHKEY_AUTHORS "The Latchkey authors")
