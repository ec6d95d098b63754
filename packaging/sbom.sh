# What a published file is made of. Sourced by make.sh.
# shellcheck shell=sh disable=SC2154 # export_source sets $VERSION

# make_sbom NAME FOLDER OUTPUT [OPTION...]: a bill of materials of what is in FOLDER. Options of sbom.py: "--file FILE", what
# FOLDER was unpacked from or packed into, whose hash is told then; "--also PACKAGE", what a program in it holds statically.
make_sbom() {
    # shellcheck disable=SC2086 # a list of words is meant
    install_packages $SBOM_PACKAGES
    sbom_name=$1
    sbom_folder=$2
    sbom_output=$3
    shift 3
    python3 packaging/sbom.py --name "$sbom_name" --version "$VERSION" --folder "$sbom_folder" "$@" >"$sbom_output" ||
        die "no bill of materials could be made of $sbom_folder"
}
