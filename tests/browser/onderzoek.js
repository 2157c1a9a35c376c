// What is wrong with the page as it stands on the screen: every list should be empty.
() => {
  const zichtbaar = (e) => {
    const s = getComputedStyle(e);
    const r = e.getBoundingClientRect();
    return r.width > 1 && r.height > 1 && s.visibility === 'visible' && e.checkVisibility({ opacityProperty: true });
  };
  const naam = (e) => {
    const klasse = typeof e.className === 'string' ? e.className.split(' ').filter((k) => k.startsWith('mp-')).join('.') : '';
    const tekst = (e.innerText ?? e.textContent ?? '').trim().slice(0, 60);
    return `${e.tagName.toLowerCase()}${klasse && '.' + klasse} ${e.closest('[data-testid]')?.dataset.testid ?? ''}: ${tekst}`;
  };
  const app = document.querySelector('[data-testid="stApp"]');
  const alle = [...app.querySelectorAll('*')].filter(zichtbaar);
  const rolt = (e) => {
    for (let p = e.parentElement; p; p = p.parentElement) {
      if (getComputedStyle(p).overflowX !== 'visible' && p.getBoundingClientRect().right <= innerWidth + 1) return true;
    }
    return false;
  };

  // Colours as the browser paints them, layer over layer.
  const doek = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const gezien = new Map();
  const rgba = (tekst) => {
    if (!gezien.has(tekst)) {
      doek.clearRect(0, 0, 1, 1);
      doek.fillStyle = tekst;
      doek.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = doek.getImageData(0, 0, 1, 1).data;
      gezien.set(tekst, [r, g, b, a / 255]);
    }
    return gezien.get(tekst);
  };
  const over = (boven, onder) => boven.slice(0, 3).map((k, i) => k * boven[3] + onder[i] * (1 - boven[3]));
  const achtergrond = (e) => {
    if (!e) return rgba(getComputedStyle(app).backgroundColor).slice(0, 3);
    const kleur = rgba(getComputedStyle(e).backgroundColor);
    return kleur[3] === 1 ? kleur.slice(0, 3) : over(kleur, achtergrond(e.parentElement));
  };
  const licht = (kleur) => {
    const [r, g, b] = kleur.map((k) => (k / 255 <= 0.04045 ? k / 255 / 12.92 : ((k / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (e) => {
    // A figure written in a bar stands on its colour.
    const staaf = e.closest('.bartext-inside')?.closest('g.point').querySelector('path');
    const vlak = staaf ? over(rgba(getComputedStyle(staaf).fill), achtergrond(e)) : achtergrond(e);
    const { color, fill } = getComputedStyle(e);
    const inkt = over(rgba(e.closest('svg') ? fill : color), vlak);
    const [a, b] = [licht(inkt), licht(vlak)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  // A square in a legend is a colour and no text.
  const eigenTekst = (e) => [...e.childNodes].some((k) => k.nodeType === 3 && k.textContent.trim().replace('■', ''));

  const teksten = alle.filter((e) => eigenTekst(e) && !e.closest('[aria-hidden="true"], [disabled]'));
  const main = document.querySelector('[data-testid="stMain"]');
  const grafieken = [...main.querySelectorAll('[data-testid="stPlotlyChart"]')].filter(zichtbaar);
  const steektUit = (tekst, vak) => {
    const [t, v] = [tekst.getBoundingClientRect(), vak.getBoundingClientRect()];
    return t.left < v.left - 1 || t.right > v.right + 1 || t.top < v.top - 1 || t.bottom > v.bottom + 1;
  };
  return {
    taal: document.documentElement.lang,
    koppen: main.querySelectorAll('h1').length,
    dwars: [document.documentElement, main].filter((e) => e.scrollWidth > e.clientWidth).map(naam),
    buiten: alle.filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !rolt(e)).map(naam),
    geknipt: [...main.querySelectorAll('.mp-tegel, .mp-tegel *, .mp-kader *, .mp-balk *')]
      .filter((e) => zichtbaar(e) && getComputedStyle(e).display !== 'inline' && getComputedStyle(e).textOverflow !== 'ellipsis')
      .filter((e) => e.scrollWidth > e.clientWidth + 1)
      .map(naam),
    bleek: teksten.filter((e) => contrast(e) < 4.5).map((e) => `${contrast(e).toFixed(2)} ${naam(e)}`),
    stom: grafieken.filter((e) => !e.querySelector('[aria-label]') && !e.ariaLabel).map(naam),
    afgesneden: grafieken.flatMap((vak) => [...vak.querySelectorAll('svg text')].filter((t) => zichtbaar(t) && steektUit(t, vak)).map(naam)),
    standen: main.querySelectorAll('.mp-stand').length,
    grafieken: grafieken.length,
    woorden: [...document.body.querySelectorAll('*')]
      .filter((e) => eigenTekst(e) && zichtbaar(e) && getComputedStyle(e).fontSize !== '0px' && !e.closest('[data-testid="stCode"]'))
      .flatMap((e) => [...e.childNodes].filter((k) => k.nodeType === 3).map((k) => k.textContent.trim()))
      .filter(Boolean),
    opschriften: [...document.querySelectorAll('[placeholder], [title], [alt]')]
      .filter(zichtbaar)
      .flatMap((e) => [e.placeholder, e.title, e.alt])
      .filter((tekst) => tekst?.trim()),
  };
}
