import { z } from 'zod';
import { InputError } from '../../core/errors';
import { readJson } from '../../core/json';

/** A page of a manifest: what it is called, and the picture of it; null where it has none that can be shown. */
export interface ManifestPage {
  label: string;
  address: string | null;
}

/** One, several or none of something. */
const some = <T extends z.ZodType>(of: T) =>
  z
    .union([z.array(of), of])
    .nullish()
    .transform((value): z.infer<T>[] => {
      if (value === null || value === undefined) return [];
      return Array.isArray(value) ? value : [value as z.infer<T>];
    });

const label = z
  .unknown()
  .optional()
  .transform((value): string => {
    const [first] = [value].flat();
    if (typeof first === 'string') return first;
    if (typeof first !== 'object' || first === null) return '';
    if ('@value' in first) return String(first['@value']);
    const [text] = Object.values(first).flat();
    return typeof text === 'string' ? text : '';
  });

const text = z.string().optional().catch(undefined);
const named = z.object({ id: text, '@id': text, type: text, '@type': text });
const picture = named.extend({ service: some(named).catch([]) });
/** A picture, a choice of some, of which the first is taken, or a part or another form of one. */
const resource = picture.extend({
  items: some(picture).catch([]),
  default: picture.optional().catch(undefined),
  source: picture.optional().catch(undefined),
});

/** Version 3: a canvas has pages of annotations, whose body is the picture. */
const third = z.object({
  items: z.array(
    z.object({
      label,
      items: some(z.object({ items: some(z.object({ body: some(resource).catch([]) })) })),
    }),
  ),
});

/** Version 2: a sequence has canvases, each with pictures. */
const second = z.object({
  sequences: z
    .array(
      z.object({
        canvases: z.array(
          z.object({ label, images: some(z.object({ resource: resource.optional() })) }),
        ),
      }),
    )
    .min(1),
});

/**
 * The pages of a manifest of the IIIF Presentation API 3 or 2, in order; of each the first picture, by its
 * service where it has one.
 * Sources: https://iiif.io/api/presentation/3.0/, https://iiif.io/api/presentation/2.1/.
 *
 * @throws InputError for what is not such a manifest, or has no picture.
 */
export function readManifest(source: string, name: string): ManifestPage[] {
  const value = readJson(source, name);
  const found = third.safeParse(value);
  const older = found.success ? null : second.safeParse(value);
  const canvases = found.success
    ? found.data.items.map((canvas) => ({
        label: canvas.label,
        image: canvas.items[0]?.items[0]?.body[0],
      }))
    : older?.data?.sequences[0].canvases.map((canvas) => ({
        label: canvas.label,
        image: canvas.images[0]?.resource,
      }));
  if (!canvases) {
    throw new InputError('the file is not a manifest of the IIIF Presentation API, 2 or 3', {
      file: name,
      remedy: 'give the address that the library calls “IIIF manifest”',
    });
  }
  const pages = canvases.map(({ label: called, image }) => ({
    label: called,
    address: image ? addressOf(image) : null,
  }));
  if (pages.every(({ address }) => address === null)) {
    throw new InputError('the manifest has no page with a picture', {
      file: name,
      remedy: 'of a collection, name one of its manifests',
    });
  }
  return pages;
}

function addressOf(given: z.infer<typeof resource>): string | null {
  const shown = given.items[0] ?? given.default ?? given.source ?? given;
  const services = [...shown.service, ...given.service];
  const kindOf = (each: z.infer<typeof named>) => each.type ?? each['@type'] ?? '';
  // Others let readers in, or search; the older ones do not say what they are.
  const service =
    services.find((each) => /^ImageService/.test(kindOf(each))) ??
    services.find((each) => kindOf(each) === '');
  const address = [service, shown]
    .map((each) => each?.id ?? each?.['@id'])
    .find((each) => each !== undefined);
  return address && /^https?:/i.test(address) && URL.canParse(address) ? address : null;
}
