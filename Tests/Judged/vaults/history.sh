# What the scripts of the vaults share: an empty repository in DIR, and words for what happens in it. Sourced by make.sh.
set -eu
[ $# -eq 1 ] || { echo "usage: make.sh DIR" >&2; exit 2; }
if [ -d "$1" ] && [ -n "$(ls -A "$1")" ]; then echo "make.sh: $1 is not empty" >&2; exit 1; fi
mkdir -p "$1/goals"
cd "$1"
git init -q
git symbolic-ref HEAD refs/heads/main

day() { D=$1; Z=${2:-$Z}; }   # the day of what follows, and from then on its offset from UTC
t() {                         # tick in goals/$1.md the first open box whose title begins with $2 (on day $3)
  awk -v k="$2" -v d="${3:-$D}" '
    !n && match($0, /^[ \t]*- \[ \] /) && index(substr($0, RLENGTH + 1), k) == 1 { sub(/\[ \]/, "[x]"); $0 = $0 " done:" d; n = 1 }
    { print } END { exit !n }' "goals/$1.md" >.new || { echo "make.sh: no open box in $1: $2" >&2; exit 1; }
  mv .new "goals/$1.md"
}
p() {                         # set the amount of the milestone id:$2 in goals/$1.md to $3
  awk -v k=" id:$2 " -v a="$3" '
    !n && index($0 " ", k) && sub(/progress:[0-9]+\//, "progress:" a "/") { n = 1 }
    { print } END { exit !n }' "goals/$1.md" >.new || { echo "make.sh: no amount in $1: $2" >&2; exit 1; }
  mv .new "goals/$1.md"
}
e() {                         # edit file $1 with the sed command $2, which has to change something
  sed "$2" "$1" >.new
  if cmp -s "$1" .new; then echo "make.sh: nothing changed in $1: $2" >&2; exit 1; fi
  mv .new "$1"
}
c() {                         # commit everything at time $1 of the day, with message $2
  git add -A
  GIT_AUTHOR_DATE="$D $1:00 $Z" GIT_COMMITTER_DATE="$D $1:00 $Z" \
    git -c user.name="$WHO" -c user.email="$MAIL" -c commit.gpgsign=false commit -q -m "$2"
}
