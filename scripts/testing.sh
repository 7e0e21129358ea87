# The parts of ./test. Sourced; uses $root, $mode, $only, $filters and $results.

passed=0 failed=0 skipped=0 postgres=
# Two programs at a time fill two processors: each waits for its database and its browser now and then. The long ones begin.
at_once=2 long=(CongVu.Browser.Tests CongVu.Host.Tests CongVu.Decisions.Tests CongVu.Failure.Tests CongVu.Platform.Tests)
declare -A running=() begin=()

# Every folder of tests/ with a project, unless the project says it holds no tests; the long ones first.
test_projects() {
  local name
  for name in "${long[@]}"; do
    if is_wanted "$name"; then printf '%s\n' "$name"; fi
  done
  while IFS= read -r name; do
    if [[ " ${long[*]} " != *" $name "* ]] && is_wanted "$name"; then printf '%s\n' "$name"; fi
  done < <(cd "$root/tests" && printf '%s\n' */*.csproj | sed 's|/.*||')
}

is_wanted() {
  ! grep -q '<IsTestProject>false' "$root/tests/$1/$1.csproj" || return 1
  [ "$mode" = all ] || [ "$1" != CongVu.Load ] || return 1
  [ ${#only[@]} = 0 ] || [[ " ${only[*]} " == *" $1 "* ]]
}

# A project that the solution does not name would silently never be built or run.
all_projects_in_solution() {
  local file
  while IFS= read -r file; do
    grep -qF "\"${file#"$root"/}\"" "$root/CongVu.slnx" || die "CongVu.slnx does not name ${file#"$root"/}"
  done < <(find "$root/src" "$root/tests" -name '*.csproj')
}

build_tests() {
  build all CongVu.slnx "${product_folders[@]}" tests
  # The solution holds the product too: ./run and ./congvu need not build it again.
  sources_stamp "${product_folders[@]}" >"$root/obj/stamp/product"
  cp "$root/obj/stamp/packages-all" "$root/obj/stamp/packages-product"
}

check_format() {
  (cd "$root" && dotnet format whitespace . --folder --verify-no-changes --include src/ tests/) >"$results/format.log" 2>&1 </dev/null && return 0
  head -n 30 "$results/format.log"
  echo "The layout of the code differs from .editorconfig; mend it with: dotnet format whitespace . --folder --include src/ tests/"
  failed=$((failed + 1))
}

check_room() {
  "$root/scripts/check-room.sh" >"$results/room.log" 2>&1 </dev/null && { cat "$results/room.log"; return 0; }
  head -n 30 "$results/room.log"
  echo "The room's modules disagree with their types; see scripts/check-room.sh"
  failed=$((failed + 1))
}

# One throw-away server for all test programs; it ends when we close its input, however we end.
start_test_postgres() {
  [ -z "${CONGVU_TEST_PG:-}" ] || return 0
  coproc SERVER { exec dotnet "$root/tests/CongVu.Testing/bin/Release/net10.0/CongVu.Testing.dll" 2>"$results/postgres.log"; }
  postgres=$SERVER_PID
  exec 7>&"${SERVER[1]}" 8<&"${SERVER[0]}"
  exec {SERVER[1]}>&- {SERVER[0]}<&-
  IFS= read -r -t 120 CONGVU_TEST_PG <&8 || { cat "$results/postgres.log" >&2; die "The PostgreSQL of the tests did not start."; }
  export CONGVU_TEST_PG
}

clean_up() {
  local program
  for program in "${!running[@]}"; do
    if kill -TERM "$program" 2>/dev/null; then wait "$program" || true; fi
  done
  if [ -n "$postgres" ]; then
    exec 7>&- 8<&-
    wait "$postgres" || true
  fi
  rm -rf "$results"
}

run_projects() {
  local project
  while IFS= read -r project; do
    [ ${#running[@]} -lt $at_once ] || finish_one
    start_project "$project"
  done < <(test_projects)
  while [ ${#running[@]} -gt 0 ]; do finish_one; done
}

start_project() {
  begin[$1]=$EPOCHREALTIME
  dotnet "$root/tests/$1/bin/Release/net10.0/$1.dll" -noColor -noLogo -xml "$results/$1.xml" "${filters[@]}" >"$results/$1.log" 2>&1 </dev/null 7>&- 8<&- &
  running[$!]=$1
}

# Waits for the next program that ends, and counts.
finish_one() {
  local pid code=0 name xml out p f s
  wait -n -p pid "${!running[@]}" || code=$?
  name=${running[$pid]} xml="$results/${running[$pid]}.xml" out="$results/${running[$pid]}.log"
  unset "running[$pid]"
  if [ ! -s "$xml" ] || ! read -r p f s < <(totals "$xml"); then
    cat "$out"
    echo "$name: ended with code $code before it could report"
    failed=$((failed + 1))
    return
  fi
  # A fixture that fails counts as an error, not as a failed test.
  [ "$f" -gt 0 ] || [ "$code" = 0 ] || f=1
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  [ "$f" = 0 ] || grep -vE '^ +(Discovering|Discovered|Starting|Finished):' "$out" | sed '/=== TEST EXECUTION SUMMARY ===/,$d' || true
  [ $((p + f + s)) = 0 ] || printf '%-36s %5d passed, %d failed, %d skipped  %6.1f s\n' "$name" "$p" "$f" "$s" "$(awk "BEGIN { print $EPOCHREALTIME - ${begin[$name]} }")"
}

# passed, failed with errors, and skipped of one result file.
totals() {
  sed -n 's/.*<assembly \([^>]*\)>.*/\1/p' "$1" | awk '
    function value(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    { p += value("passed"); f += value("failed") + value("errors"); s += value("skipped"); seen = 1 }
    END { if (!seen) exit 1; print p, f, s }'
}

report() {
  local good=yes
  [ "$failed" = 0 ] || good=no
  if [ $((passed + failed + skipped)) = 0 ]; then echo "No test ran."; good=no; fi
  if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then echo "A skipped test fails CI."; good=no; fi
  echo
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$good" = yes ]
}
