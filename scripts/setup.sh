# What the machine must have, and how it gets there. Sourced by run, test and congvu, never run alone.
# Looks first and calls the package manager only for what is missing, so that a second start needs no network.

export LANG=C.UTF-8 LC_ALL=C.UTF-8
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

# A service or container may start us without a home; dotnet needs one for its packages.
export HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

need_dotnet() {
  local folder
  for folder in "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    command -v dotnet >/dev/null && break
    [ -x "$folder/dotnet" ] && PATH="$folder:$PATH"
  done
  command -v dotnet >/dev/null \
    || die "Chưa có .NET SDK 10. Hãy cài theo hướng dẫn ở https://dotnet.microsoft.com/download rồi chạy lại."
  (cd "$root" && dotnet --version) >/dev/null 2>&1 \
    || die "Cần .NET SDK bản nêu trong global.json; máy này có: $(dotnet --list-sdks 2>/dev/null | tr '\n' ' ')"
}

has_postgres() {
  local folder version
  while IFS= read -r folder; do
    [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ] || continue
    version=$("$folder/postgres" --version | grep -oE '[0-9]+' | head -n 1)
    [ "${version:-0}" -ge 15 ] && return 0
  done < <(tr ':' '\n' <<<"$PATH"; compgen -G '/usr/lib/postgresql/*/bin'; compgen -G '/usr/pgsql-*/bin')
  return 1
}

has_program() { command -v "$1" >/dev/null; }
has_file() { compgen -G "$1" >/dev/null; }

# Debian packages that are missing. $1: run or test.
missing_packages() {
  [ -n "${ConnectionStrings__CongVu:-}" ] || has_postgres || echo postgresql
  has_file '/usr/lib/*/libicuuc.so.*' || has_file '/usr/lib*/libicuuc.so.*' || has_file '/lib/*/libicuuc.so.*' || echo libicu-dev
  has_program soffice || echo libreoffice-writer-nogui
  has_file '/usr/share/fonts/*/*/LiberationSerif-Regular.ttf' || has_file '/usr/share/fonts/*/LiberationSerif-Regular.ttf' || echo fonts-liberation2
  [ "$1" = test ] || return 0
  has_file '/usr/lib/libreoffice/program/libsclo.so' || echo libreoffice-calc-nogui
  has_program pdftotext || echo poppler-utils
  has_program chromium || has_program chromium-browser || echo chromium
}

# Installs what is missing where that is allowed; else says the command. Ends only if nothing works without it.
need_packages() {
  local missing=() as=() log
  mapfile -t missing < <(missing_packages "$1")
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || as=(sudo -n)
  if ! has_program apt-get; then
    say "Máy này không có apt-get; hãy cài các phần mềm tương ứng với các gói Debian: ${missing[*]}"
  elif [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    say "Còn thiếu phần mềm. Hãy chạy lệnh sau rồi chạy lại:"
    say "  sudo apt-get install --no-install-recommends ${missing[*]}"
  else
    say "Đang cài: ${missing[*]} …"
    log=$(mktemp)
    if ! { "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 update \
        && "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
          install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
      tail -n 20 "$log" >&2
      say "Cài chưa được."
    fi
    rm -f "$log"
  fi
  mapfile -t missing < <(missing_packages "$1")
  case " ${missing[*]} " in
    *' postgresql '*) die "Không chạy được khi thiếu máy chủ PostgreSQL (từ bản 15)." ;;
    *' libicu-dev '*) die "Không chạy được khi thiếu thư viện ICU." ;;
    '  ') ;;
    *) say "Vẫn chạy tiếp khi thiếu: ${missing[*]}" ;;
  esac
}
