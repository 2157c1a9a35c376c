-- vraag: welke leveringen zeggen dat hun hele periode is aangeleverd?
-- afspraak: 5.8
-- korrel: een rij per levering en tabel
-- let op: wie verhuringen of mutaties aanvult of corrigeert, zegt niets over de andere dagen. Een telling of een
--   kengetal gaat altijd over de eigen dag.
create macro volle_leveringen() as table (
    select *
    from leveringen
    where coalesce(modus, 'vervangen') = 'vervangen' or tabel not in ('verhuringen', 'voorraadmutaties')
)
