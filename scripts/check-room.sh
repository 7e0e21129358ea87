#!/usr/bin/env bash
# Checks the types of the exam room's modules (JSDoc) with a pinned TypeScript from npm, kept in .tools/. Says so and leaves it where npm cannot be reached.
# Nothing is done when the modules are the ones that were checked last.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
version=5.9.3
tools=$root/.tools/typescript-$version room=$root/src/Modules/CongVu.Examinations/wwwroot/room
stamp=$root/.tools/room-checked
now=$({ echo "$version"; cat "$0" "$room"/*.js "$room"/*.ts; } | sha256sum)
[ "$(cat "$stamp" 2>/dev/null)" != "$now" ] || exit 0
if [ ! -x "$tools/node_modules/.bin/tsc" ]; then
  command -v npm >/dev/null || { echo "The room's modules were not checked: npm is not installed."; exit 0; }
  mkdir -p "$tools"
  (cd "$tools" && timeout 60 npm install --no-audit --no-fund --ignore-scripts --save-exact "typescript@$version") >/dev/null 2>&1 || { rm -rf "$tools"; echo "The room's modules were not checked: npm cannot be reached."; exit 0; }
fi
tsc() { "$tools/node_modules/.bin/tsc" --allowJs --checkJs --noEmit --strict --target es2023 --module es2022 --moduleResolution bundler --skipLibCheck --typeRoots /nonexistent "$@"; }
# The worker lives in another world than the page.
mapfile -t pages < <(find "$room" -name '*.js' ! -name sw.js)
tsc --lib es2023,dom,dom.iterable "${pages[@]}" "$room/types.d.ts"
tsc --lib es2023,webworker "$room/sw.js"
printf '%s' "$now" >"$stamp"
