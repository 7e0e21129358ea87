#!/usr/bin/env bash
# Re-creates the vendored browser assets from npm, with exact versions. Only needed to refresh them: building and
# testing use the committed files. Usage: scripts/vendor-assets.sh
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
web="$here/../src/CongVu.Host/wwwroot"
lib="$web/lib"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

tabler=1.6.1 font=5.3.0 icons=3.51.0 echarts=6.1.0 esbuild=0.28.2
cd "$work"
printf '{"private":true}\n' > package.json
npm install --no-audit --no-fund --ignore-scripts --save-exact \
  "@tabler/core@$tabler" "@fontsource/be-vietnam-pro@$font" "@tabler/icons@$icons" "echarts@$echarts" "esbuild@$esbuild" >&2
modules="$work/node_modules"

rm -rf "$lib"
mkdir -p "$lib/tabler" "$lib/be-vietnam-pro" "$lib/tabler-icons" "$lib/echarts"

# The source map comment would make every browser with open tools ask for a file we do not ship.
sed '/^\/\*# sourceMappingURL=/d' "$modules/@tabler/core/dist/css/tabler.min.css" > "$lib/tabler/tabler.min.css"
cp "$here/licences/tabler.txt" "$lib/tabler/LICENSE.txt"

for subset in vietnamese latin; do
  for weight in 400 500 600; do
    cp "$modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-$subset-$weight-normal.woff2" "$lib/be-vietnam-pro/"
  done
done
cp "$modules/@fontsource/be-vietnam-pro/LICENSE" "$lib/be-vietnam-pro/LICENSE.txt"

cp "$here/charts-entry.js" "$work/entry.js"
"$modules/.bin/esbuild" entry.js --bundle --minify --format=esm --target=es2020 --legal-comments=none \
  --outfile="$lib/echarts/echarts.min.js" >&2
cat "$modules/echarts/LICENSE" > "$lib/echarts/LICENSE.txt"
cp "$modules/echarts/NOTICE" "$lib/echarts/NOTICE.txt"
cp "$modules/zrender/LICENSE" "$lib/echarts/LICENSE-zrender.txt"
if grep -qE '\beval\(|new Function' "$lib/echarts/echarts.min.js"; then
  echo "The chart bundle evaluates strings; the content security policy forbids that." >&2
  exit 1
fi

# One sprite of the icons in use; names ending in -filled come from the filled set.
{
  printf '<svg xmlns="http://www.w3.org/2000/svg">\n'
  while read -r name; do
    [ -n "$name" ] || continue
    case "$name" in
      *-filled) file="filled/${name%-filled}.svg"; paint='fill="currentColor"' ;;
      *) file="outline/$name.svg"; paint='fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"' ;;
    esac
    body="$(tr '\n' ' ' < "$modules/@tabler/icons/icons/$file" | sed -E 's/<!--.*-->//; s/^.*<svg[^>]*>//; s/<\/svg>.*$//; s/ +/ /g; s/> </></g; s/^ | $//g; s/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>//')"
    printf '<symbol id="tabler-%s" viewBox="0 0 24 24" %s>%s</symbol>\n' "$name" "$paint" "$body"
  done < "$here/icons.txt"
  printf '</svg>\n'
} > "$web/icons.svg"
cp "$modules/@tabler/icons/LICENSE" "$lib/tabler-icons/LICENSE.txt"

{
  printf '{\n  "versions": {\n'
  printf '    "@tabler/core": "%s",\n    "@fontsource/be-vietnam-pro": "%s",\n    "@tabler/icons": "%s",\n    "echarts": "%s",\n    "esbuild": "%s"\n' \
    "$tabler" "$font" "$icons" "$echarts" "$esbuild"
  printf '  },\n  "sha256": {\n'
  cd "$web"
  find lib icons.svg -type f ! -name manifest.json | LC_ALL=C sort | while read -r file; do
    printf '    "%s": "%s",\n' "$file" "$(sha256sum "$file" | cut -d' ' -f1)"
  done | sed '$ s/,$//'
  printf '  }\n}\n'
} > "$work/manifest.json"
cp "$work/manifest.json" "$lib/manifest.json"
