-- vraag: van welke dag is een telling op deze peildatum?
-- let op: een telling op 1 januari is de eindstand van het jaar ervoor.
create macro standdatum(peildatum) as (
    case when month(peildatum) = 1 and day(peildatum) = 1 then (peildatum - interval 1 day)::date else peildatum end
)
