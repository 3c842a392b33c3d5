import { z } from 'zod';
import { InputError } from '../../core/errors';
import { readJson } from '../../core/json';

/** A page of a manifest: what it is called, and the picture of it. */
export interface ManifestPage {
  label: string;
  address: string;
}

const named = z.object({ id: z.string().optional(), '@id': z.string().optional() });
const addressOf = ({ id, '@id': other }: z.infer<typeof named>): string | undefined => id ?? other;

/** A text, with its language or in several languages, as both versions have it. */
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

const image = named.extend({
  service: z
    .union([named, z.array(named)])
    .optional()
    .transform((services) => [services ?? []].flat()[0]),
});

/** Version 3: a canvas has pages of annotations, whose body is the picture, or a choice of some. */
const third = z.object({
  items: z.array(
    z.object({
      label,
      items: z
        .array(
          z.object({
            items: z.array(
              z.object({ body: z.union([z.object({ items: z.array(image).min(1) }), image]) }),
            ),
          }),
        )
        .default([]),
    }),
  ),
});

/** Version 2: a sequence has canvases, each with pictures. */
const second = z.object({
  sequences: z
    .array(
      z.object({
        canvases: z.array(
          z.object({ label, images: z.array(z.object({ resource: image })).default([]) }),
        ),
      }),
    )
    .min(1),
});

/**
 * The pages of a manifest of the IIIF Presentation API 3 or 2, in order; of each the first picture, by its
 * service where it has one. Pages without a picture are left out.
 * Sources: https://iiif.io/api/presentation/3.0/, https://iiif.io/api/presentation/2.1/.
 *
 * @throws InputError for what is not such a manifest.
 */
export function readManifest(text: string, name: string): ManifestPage[] {
  const value = readJson(text, name);
  const found = third.safeParse(value);
  const older = found.success ? null : second.safeParse(value);
  const canvases = found.success
    ? found.data.items.map((canvas) => {
        const body = canvas.items[0]?.items[0]?.body;
        return { label: canvas.label, image: body && 'items' in body ? body.items[0] : body };
      })
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
  const pages = canvases.flatMap((canvas) => {
    const { image: picture } = canvas;
    const address = picture && (addressOf(picture.service ?? {}) ?? addressOf(picture));
    return address && URL.canParse(address) ? [{ label: canvas.label, address }] : [];
  });
  if (pages.length === 0) {
    throw new InputError('the manifest has no page with a picture', {
      file: name,
      remedy: 'of a collection, name one of its manifests',
    });
  }
  return pages;
}
