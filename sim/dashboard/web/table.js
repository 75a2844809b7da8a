// The same numbers as rows of a table, and what lies under a finger on a map.
import { NO_VALUE, districtsAt, seriesOf, valueAt } from './frame.js';
import { formatNumber } from './numbers.js';

export function yearlyRows(frame, dial, letters, language, until) {
  const rows = [];
  const series = letters.map(letter => seriesOf(frame, letter, dial.id));
  for (let year = 0; year * 52 <= until; year++) {
    rows.push({
      year,
      values: series.map(one => formatNumber(valueAt(frame, one, year * 52), dial, language)),
    });
  }
  return rows;
}

export function valueOfDistrict(frame, dial, letter, district, week) {
  const values = districtsAt(frame, 'map', letter, week);
  const byte = values ? values[district] : NO_VALUE;
  return byte === NO_VALUE ? NaN : dial.axis[0] + (byte / 254) * (dial.axis[1] - dial.axis[0]);
}

export function rowsOfDistricts(frame, geometry, dial, letters, week, language) {
  return geometry.names.map((name, d) => ({
    name,
    values: letters.map(letter =>
      formatNumber(valueOfDistrict(frame, dial, letter, d, week), dial, language),
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
