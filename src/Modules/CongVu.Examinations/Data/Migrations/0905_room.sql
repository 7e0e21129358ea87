-- The running room: leave to go on at another machine, and files carried by hand when a machine never got its network back.

-- A one-time code with which an invigilator lets a candidate go on at another machine.
create table examinations.seat_move (
  id uuid primary key,
  seat_id uuid not null references examinations.seat,
  code_hash text not null,
  made_at timestamptz not null,
  made_by uuid not null references platform.account,
  expires_at timestamptz not null,
  used_at timestamptz,
  epoch int,
  check ((used_at is null) = (epoch is null))
);
create index seat_move_seat on examinations.seat_move(seat_id);

-- The pair of keys of carried files: machines encrypt to the public half; the private half lies sealed.
create table examinations.carry_key (
  sitting_id uuid primary key references examinations.sitting,
  public_key bytea not null,
  sealed_private_key bytea not null,
  made_at timestamptz not null
);

-- A file as a machine wrote it, still encrypted. Two members of the council bring it in; its entries go the way of all others.
create table examinations.carried_file (
  id uuid primary key,
  sitting_id uuid not null references examinations.sitting,
  room_id uuid not null references examinations.room,
  seat_id uuid not null references examinations.seat,
  epoch int not null,
  entries int not null,
  last_sequence int not null,
  content bytea not null,
  sha256 text not null,
  uploaded_at timestamptz not null,
  uploaded_by uuid not null references platform.account,
  confirmed_at timestamptz,
  confirmed_by uuid references platform.account,
  taken int,
  unique (seat_id, sha256),
  check (confirmed_by is null or confirmed_by <> uploaded_by),
  check ((confirmed_at is null) = (confirmed_by is null))
);
