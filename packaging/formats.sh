# What make.sh, verify.sh and reproduce.sh know of formats. Sourced, not run.
# shellcheck shell=sh disable=SC2034 # FORMATS is read by who sources this

# Each has a file in make/ and one in verify/.
FORMATS="deb portable appimage rpm"

# require_formats KNOWN WORD...: leaves with exit code 2 and the list unless each word is known.
require_formats() {
    known=$1
    shift
    for format in "$@"; do
        case " $known " in
        *" $format "*) ;;
        *)
            printf '%s: no such format: %s\nusage: sh packaging/%s [FORMAT...]\nformats: %s\n' \
                "$(basename "$0")" "$format" "$(basename "$0")" "$known" >&2
            exit 2
            ;;
        esac
    done
}

# read_steps_of KIND FORMAT...: the functions KIND_FORMAT, from KIND/FORMAT.sh.
read_steps_of() {
    kind=$1
    shift
    for format in "$@"; do
        # shellcheck source=/dev/null
        . "packaging/$kind/$format.sh"
    done
}
