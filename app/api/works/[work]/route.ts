import { z } from 'zod';
import { describeWork } from '../../../../lib/api/alignment';
import { check } from '../../../../lib/core/json';
import { workSchema } from '../../../../lib/edition/metadata';
import { editWork, removeWork } from '../../../../lib/works/edit-work';
import { loadWork } from '../../../../lib/works/load';
import { answer, bodyOf } from '../../answer';
import { allow } from '../../guard';
import { tagged } from '../../tagged';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ work: string }> };

/** A work: what is known of it and its editions, and what is wrong with them. */
export function GET(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const { work, problems } = await loadWork((await params).work);
    const told = { ...describeWork(work), problems: problems.map(({ oneLine }) => oneLine) };
    return tagged(request, JSON.stringify(told), () => Response.json(told));
  });
}

const { title, author, date, description, base, order } = workSchema.shape;
const bodySchema = z.object({
  title: title.optional(),
  author: author.nullable(),
  date: date.nullable(),
  description: description.nullable(),
  base,
  order,
});

/** Changes what is known of a work; null takes a field out. Answers with what undoes it. */
export function PATCH(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const slug = (await params).work;
    await allow(request, 'edit', slug);
    const edit = check(bodySchema.partial(), await bodyOf(request));
    return Response.json({ changed: await editWork(slug, edit) });
  });
}

/** Takes a work out of the library. Answers with what undoes it. */
export function DELETE(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const slug = (await params).work;
    await allow(request, 'manage', slug);
    return Response.json({ changed: await removeWork(slug) });
  });
}
