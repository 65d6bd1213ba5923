// The first that fits: each browser also calls itself by the names of those before it.
const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A browser as people call it, by what it calls itself; what isn't known stands as it is. */
export function deviceOf(agent: string): string {
  const first = (names: [RegExp, string][]) => names.find(([form]) => form.test(agent))?.[1];
  const known = [first(browsers), first(systems)].filter(Boolean).join(' · ');
  return known || agent;
}
