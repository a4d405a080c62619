/** The fields that somebody changed; what nobody wrote and nobody fills in stays unwritten. */
export function changedFields<F extends object>(before: Partial<F>, wanted: F): Partial<F> {
  const changed = Object.entries(wanted).filter(([name, value]) => {
    const old: unknown = before[name as keyof F];
    const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
    if (old === undefined && isEmpty) return false;
    return JSON.stringify(old) !== JSON.stringify(value);
  });
  return Object.fromEntries(changed) as Partial<F>;
}
