# The host of ./run: started, waited for, stopped. Sourced; uses $root, $port and $people.

is_number() { [[ $1 =~ ^[0-9]{1,7}$ ]] && [ "$1" -ge "$2" ] && [ "$1" -le "$3" ]; }

port_busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The status line of a page, without needing curl on the machine.
http_status() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
    read -r -t 10 _ status _ <&3 && printf '%s' "$status"
  ) 2>/dev/null
}

start_host() {
  export CONGVU_DATA=${CONGVU_DATA:-$root/.data}
  export CONGVU_PRACTICE=1 CONGVU_SAMPLE_PEOPLE=$people ASPNETCORE_URLS="http://localhost:$port"
  make_data_folder
  log=$CONGVU_DATA/host.log
  # A server named by its connection string is migrated by hand, as in a province; here we do it.
  if [ -n "${ConnectionStrings__CongVu:-}" ]; then "$root/congvu" migrate
  elif [ ! -e "$CONGVU_DATA/postgres" ] && [ ! -e "$CONGVU_DATA/postgres.location" ]; then say "Lần đầu: tạo cơ sở dữ liệu và tỉnh luyện tập $people người."
  fi
  if [ -f "$log" ]; then mv "$log" "$log.1"; fi
  (umask 077 && : >"$log")
  dotnet "$(built CongVu.Host CongVu.Host)" >>"$log" 2>&1 </dev/null &
  host=$!
}

# PostgreSQL runs under another account when the host is root: it must get through, but need not see what is there.
make_data_folder() {
  [ -d "$CONGVU_DATA" ] || mkdir -p -m "$([ "$(id -u)" = 0 ] && echo 711 || echo 700)" "$CONGVU_DATA"
}

# A first start fills the practice province, so what counts is that the host lives.
wait_until_ready() {
  local begin=$SECONDS
  say "Đang khởi động …"
  while kill -0 "$host" 2>/dev/null; do
    [ "$(http_status /health/ready)" != 200 ] || return 0
    [ $((SECONDS - begin)) -lt 900 ] || return 1
    sleep 0.2
  done
  tail -n 20 "$log" >&2
  return 1
}

stop_host() {
  trap - INT TERM HUP
  say "Đang dừng …"
  kill -TERM "$host" 2>/dev/null || true
  wait "$host" 2>/dev/null || true
}

# wait ends early when a trapped signal comes; the trap has stopped the host by then.
wait_for_host() {
  local code=0
  wait "$host" || code=$?
  if kill -0 "$host" 2>/dev/null; then wait "$host" || code=$?; fi
  [ "$code" = 0 ] || [ "$code" -ge 128 ] || { tail -n 20 "$log" >&2; die "CongVu dừng đột ngột. Nhật ký: $log"; }
}

# Only ever the practice data of this checkout: a folder named by CONGVU_DATA may hold somebody's real data.
remove_practice_data() {
  [ -z "${CONGVU_DATA:-}" ] || die "--fresh chỉ xoá dữ liệu luyện tập trong .data; hãy bỏ biến CONGVU_DATA, hoặc tự xoá thư mục $CONGVU_DATA."
  local data=$root/.data home pid
  [ -d "$data" ] || return 0
  home=$(grep -m 1 '^/' "$data/postgres.location" 2>/dev/null || echo "$data/postgres")
  # The lock is held by every host that uses the data.
  if [ -f "$home/in-use.lock" ]; then
    flock --nonblock --exclusive "$home/in-use.lock" true || die "Một chương trình CongVu khác đang dùng dữ liệu này; hãy dừng nó trước."
    pid=$(head -n 1 "$home/cluster/postmaster.pid" 2>/dev/null || true)
    if [ -n "$pid" ] && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = postgres ] && ! flock --nonblock --exclusive "$home/server.lock" true; then
      kill -INT "$pid"
      flock --exclusive "$home/server.lock" true
    fi
  fi
  rm -rf "$home" "$data"
  say "Đã xoá dữ liệu luyện tập cũ."
}
