# Builds once, and again only when a source changed. Sourced after setup.sh; $root is the checkout.

product_folders=(src law samples)

built() { printf '%s/src/%s/bin/Release/net10.0/%s.dll' "$root" "$1" "$2"; }

# One line that changes when any source below the given folders does.
sources_stamp() {
  (cd "$root" && { find "$@" ./*.props ./*.slnx ./*.json ./*.txt ./.editorconfig \
    \( -name bin -o -name obj -o -name TestResults \) -prune -o -type f -printf '%p %s %T@\n' 2>/dev/null || true; } | LC_ALL=C sort | sha256sum)
}

# One line that changes when what is to be restored does.
packages_stamp() {
  (cd "$root" && find . \( -name bin -o -name obj -o -name .git -o -name .data -o -name node_modules \) -prune \
    -o -type f \( -name '*.csproj' -o -name '*.props' -o -name '*.targets' -o -name 'packages.lock.json' -o -name global.json -o -iname nuget.config \) \
    -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
}

is_restored() {
  local project
  [ "$(cat "$root/obj/stamp/packages-$1" 2>/dev/null)" = "$(packages_stamp)" ] || return 1
  while IFS= read -r project; do
    [ -f "$(dirname "$project")/obj/project.assets.json" ] || return 1
  done < <(find "$root/src" -name '*.csproj')
}

# build NAME TARGET FOLDER…: NAME of the stamp, TARGET project or solution, FOLDERs whose files it is made of.
build() {
  local name=$1 target=$2 stamp log="$root/obj/build-$1.log" restore=()
  shift 2
  mkdir -p "$root/obj/stamp"
  stamp=$(sources_stamp "$@")
  is_built "$name" "$stamp" && return 0
  # Two commands started together must not write the same files. The compiler stays on as a server: it must not inherit the lock.
  exec 9>"$root/obj/build.lock"
  flock 9
  if ! is_built "$name" "$stamp"; then
    say "Đang biên dịch …"
    if ! is_restored "$name"; then
      if [ "${CI:-}" = true ] && has_file "$root/src/*/packages.lock.json"; then restore=(--locked-mode); fi
      (cd "$root" && dotnet restore "$target" "${restore[@]}" -v q) >"$log" 2>&1 </dev/null 9>&- \
        || { cat "$log" >&2; die "Không tải được các gói thư viện (lần đầu cần có mạng)."; }
      packages_stamp >"$root/obj/stamp/packages-$name"
    fi
    # One compiler for all projects: loaded and warmed up once instead of forty times. It does not stay, for one that knew an
    # earlier state of a page may see errors in it that are not there; should that happen all the same, the next try is without.
    dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 </dev/null 9>&- || true
    compile "$target" true >"$log" 2>&1 </dev/null 9>&- || compile "$target" false >"$log" 2>&1 </dev/null 9>&- \
      || { cat "$log" >&2; die "Biên dịch không thành công."; }
    dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 </dev/null 9>&- || true
    printf '%s\n' "$stamp" >"$root/obj/stamp/$name"
  fi
  exec 9>&-
}

compile() {
  (cd "$root" && dotnet build "$1" -c Release --no-restore --nologo -v q -p:UseSharedCompilation="$2")
}

is_built() {
  [ "$(cat "$root/obj/stamp/$1" 2>/dev/null)" = "$2" ] && [ -f "$(built CongVu.Cli congvu)" ] && [ -f "$(built CongVu.Host CongVu.Host)" ]
}

# The tool brings the host along.
build_product() { build product src/CongVu.Cli/CongVu.Cli.csproj "${product_folders[@]}"; }
