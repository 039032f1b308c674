const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** A count, such as `1,000`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** A measure with as many digits as mean something: `3.5`, `26`, `1,700`. */
export function formatMeasure(value: number): string {
  return Math.abs(value) < 10 ? tenths.format(value) : whole.format(value);
}

/** Bytes as kilobytes of 1,000, such as `13.3`. */
export function formatKilobytes(bytes: number): string {
  return tenths.format(bytes / 1000);
}
