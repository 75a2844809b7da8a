// The words of the stage window, written into its elements; always as text.
import { MARKS } from './style.js';

// What the room said stands in the sentence's place until there is a sentence, then beneath the outcomes.
export function writeSentence(place, beneath, sentence, overlay) {
  const said = overlay?.kind === 'tally' ? [{ text: overlay.text }] : [];
  const found = sentence.parts || [];
  const parts = found.length ? found : said;
  beneath.textContent = found.length && said.length ? said[0].text : '';
  place.classList.toggle('tc-sentence-empty', !parts.length);
  place.replaceChildren();
  for (const part of parts) append(place, 'span', part.text, part.city ? `tc-city-${part.city}` : '');
  if (found.length && sentence.small) append(place, 'small', sentence.small, 'tc-sentence-small');
}

export function writeOverlay(place, overlay) {
  place.replaceChildren();
  place.hidden = !overlay || overlay.kind === 'tally';
  if (place.hidden) return;
  if (overlay.kind === 'question') {
    writeQuestion(append(place, 'div', '', ''), overlay);
    return;
  }
  if (overlay.kind === 'text' || overlay.kind === 'table') {
    writeLines(append(place, 'div', '', 'tc-overlay-text'), overlay);
    return;
  }
  const cards = append(place, 'div', '', 'tc-overlay-cards');
  for (const card of overlay.cards) writeOfCity(append(cards, 'div', '', 'tc-overlay-card'), card);
}

function writeQuestion(box, { text, cities }) {
  append(box, 'p', text, 'tc-overlay-question');
  const line = append(box, 'p', '', 'tc-overlay-cities');
  for (const { letter, name, note } of cities) {
    const city = append(line, 'span', '', '');
    append(city, 'b', `${MARKS[letter]} ${name}`, `tc-city-${letter}`);
    city.append(` ${note}`);
  }
}

function writeOfCity(box, card) {
  const title = append(box, 'h2', `${MARKS[card.letter]} ${card.title} `, `tc-city-${card.letter}`);
  append(title, 'span', card.note, 'tc-card-note');
  for (const row of card.rows) {
    append(box, 'p', row.label, 'tc-small');
    append(box, 'p', row.text, 'tc-row');
  }
}

function writeLines(box, { title, lines = [], head = [], rows }) {
  append(box, 'h2', title, '');
  for (const line of lines) append(box, 'p', line, '');
  if (!rows) return;
  const table = append(box, 'table', '', '');
  const top = append(append(table, 'thead', '', ''), 'tr', '', '');
  for (const text of ['', ...head]) append(top, text ? 'th' : 'td', text, '');
  const body = append(table, 'tbody', '', '');
  for (const { label, cells } of rows) {
    const row = append(body, 'tr', '', '');
    append(row, 'th', label, '');
    for (const cell of cells) append(row, 'td', cell, '');
  }
}

// A card that is there already stays, so that it does not appear anew.
export function writeCard(text) {
  const old = document.querySelector('.tc-change-card');
  if (old && old.textContent === text) return;
  if (old) old.remove();
  if (text) append(document.body, 'div', text, 'tc-change-card');
}

function append(parent, tag, text, name) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  parent.appendChild(element);
  return element;
}
