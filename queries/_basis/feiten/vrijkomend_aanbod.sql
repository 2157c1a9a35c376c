-- vraag: welke verhuringen tellen mee in het aanbod?
-- afspraak: 1.1.14
-- korrel: een rij per verhuring
-- let op: elke schakelaar zet een groep verhuringen erbij (ja) of eraf (nee). Tijdelijk is een tijdelijk contract of
--   een flexcontract; een jongerencontract heeft een eigen schakelaar. Zonder nieuwbouw blijft over wat letterlijk
--   vrijkomt, en waarvan dat bekend is: toewijzing/nieuwbouw_onbekend zegt van hoeveel niet.
create macro vrijkomend_aanbod(
    van, tot, kernen, corporaties, met_nieuwbouw, met_tijdelijk, met_jongeren, met_niet_daeb, met_woningruil
) as table (
    select *
    from verhuurd(van, tot, kernen, corporaties)
    where (met_nieuwbouw or nieuwbouw is false)
        and (met_tijdelijk or contract not in ('tijdelijk', 'flex'))
        and (met_jongeren or contract <> 'jongeren')
        and (met_niet_daeb or daeb)
        and (met_woningruil or model <> 'woningruil')
)
