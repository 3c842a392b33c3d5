/** How a reader has the texts set; the first of each list is the usual one. */
export const settings = {
  size: ['usual', 'small', 'large', 'larger', 'largest'],
  spacing: ['usual', 'close', 'open'],
  width: ['usual', 'narrow', 'wide'],
  face: ['serif', 'sans'],
} as const;

export type SettingName = keyof typeof settings;
export type Setting = { [Name in SettingName]: (typeof settings)[Name][number] };

export const settingNames = Object.keys(settings) as SettingName[];

/** The cookie that keeps it, as the query of an address: `size=large&face=sans`. */
export const settingCookie = 'setting';

/** Reads a setting, from its cookie or a form; what is missing or unknown is the usual. */
export function readSetting(kept: string | FormData = ''): Setting {
  const asked = typeof kept === 'string' ? new URLSearchParams(kept) : kept;
  const chosen = <Name extends SettingName>(name: Name): Setting[Name] => {
    const list: readonly string[] = settings[name];
    const value = String(asked.get(name));
    return (list.includes(value) ? value : list[0]) as Setting[Name];
  };
  return {
    size: chosen('size'),
    spacing: chosen('spacing'),
    width: chosen('width'),
    face: chosen('face'),
  };
}

/** The attributes of the page that the style sheets go by; none for what is usual. */
export const settingAttributes = (setting: Setting): Record<string, string> =>
  Object.fromEntries(
    settingNames
      .filter((name) => setting[name] !== settings[name][0])
      .map((name) => [`data-${name}`, setting[name]]),
  );
