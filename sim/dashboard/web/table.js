// The same numbers as rows of a table, and what lies under a finger on a map.
import { NO_VALUE, districtsAt, seriesOf, valueAt } from './frame.js';
import { formatNumber } from './numbers.js';

export function yearlyRows(frame, outcome, letters, language, until) {
  const rows = [];
  const series = letters.map(letter => seriesOf(frame, letter, outcome.id));
  for (let year = 0; year * 52 <= until; year++) {
    rows.push({
      year,
      values: series.map(one => formatNumber(valueAt(frame, one, year * 52), outcome, language)),
    });
  }
  return rows;
}

export function valueOfDistrict(frame, outcome, letter, district, week) {
  const values = districtsAt(frame, 'map', letter, week);
  const byte = values ? values[district] : NO_VALUE;
  return byte === NO_VALUE ? NaN : outcome.axis[0] + (byte / 254) * (outcome.axis[1] - outcome.axis[0]);
}

export function rowsOfDistricts(frame, geometry, outcome, letters, week, language) {
  return geometry.names.map((name, d) => ({
    name,
    values: letters.map(letter =>
      formatNumber(valueOfDistrict(frame, outcome, letter, d, week), outcome, language),
    ),
  }));
}

export function districtUnder(canvas, paths, x, y) {
  const g = canvas.getContext('2d');
  g.save();
  g.setTransform(1, 0, 0, 1, 0, 0);
  const at = paths.findIndex(path => g.isPointInPath(path, x, y, 'evenodd'));
  g.restore();
  return at;
}
