-- Who looked, of one overleg: without it every reading of a busy overleg is fetched to find its days. K9
create index audit_inzage on audit (overleg_id, event)
  include (organisatie_id, client_persoon_id, created_at) where uitkomst = 'gelukt';

-- How people found it, counted per quarter: no person, no overleg, no moment. K10
create table evaluatie (
  kwartaal text not null check (kwartaal ~ '^[0-9]{4}-[1-4]$'),
  vraag text not null
    check (vraag in ('client-prettig', 'client-zinvol', 'casushouder-waardevol', 'casushouder-gemotiveerd')),
  antwoord text not null check (antwoord in ('ja', 'een-beetje', 'nee')),
  aantal integer not null default 0 check (aantal >= 0),
  primary key (kwartaal, vraag, antwoord)
);

-- Who is done with the questions, whatever he said and whether he said anything. Gone when they are asked no more. K10
create table evaluatie_klaar (
  overleg_id uuid not null references overleg on delete cascade,
  wie text not null check (wie in ('client', 'casushouder')),
  primary key (overleg_id, wie)
);
