-- vraag: bij welk jaar hoort een telling op deze peildatum?
-- let op: een telling op 1 januari is de eindstand van het jaar ervoor.
create macro standjaar(peildatum) as (
    year(peildatum - interval 1 day)::integer
)
