#!/usr/bin/env bash
# Mutation testing of the law engine: scripts/mutation.sh [workers [FOLDER/…]]
#   workers    processes that try mutants at a time (1)
#   FOLDER/…   only mutants of files of src/CongVu.Law that begin so: Severance/ Values/Money.cs
# Stryker.NET makes the mutants in a copy of the sources; tests/CongVu.Law.Mutants tries them (docs/mutation-testing.md says why not Stryker itself).
# What was tried is kept in .mutation and not tried again: delete .mutation/verdicts after changing tests, all of .mutation after changing the engine.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
stryker=5.1.0
here=$root/.mutation
tree=$here/tree
report=$here/out/reports/mutation-report.json
mutated=$tree/tests/CongVu.Law.Tests/bin/Release/net10.0/CongVu.Law.dll

# Stryker leaves the mutated assembly among the outputs: it works in a copy, so that the checkout never runs on one.
make_mutants() {
  rm -rf "$tree" "$here/out" "$here/verdicts"
  mkdir -p "$tree"
  (cd "$root" && tar cf - --exclude=bin --exclude=obj ./*.props ./*.slnx ./*.txt global.json .editorconfig law src tests/Directory.Build.props tests/CongVu.Law.Tests) | tar xf - -C "$tree"
  [ -x "$here/tool/dotnet-stryker" ] || dotnet tool install dotnet-stryker --version "$stryker" --tool-path "$here/tool"
  (cd "$tree/tests/CongVu.Law.Tests" && "$here/tool/dotnet-stryker" -O "$here/out")
}

export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
mkdir -p "$here"
[ -f "$report" ] && [ -f "$mutated" ] || make_mutants
dotnet build "$root/tests/CongVu.Law.Mutants" -c Release --nologo -v q
exec dotnet "$root/tests/CongVu.Law.Mutants/bin/Release/net10.0/CongVu.Law.Mutants.dll" try "$report" "$mutated" "$here/verdicts" "$@"
