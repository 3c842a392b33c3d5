import { object, orNull, text, whole } from '../json-schema';
import { json, reads } from '../operation';

// What a server says of itself.

export const getHealth = reads('getHealth', {
  summary: 'Whether the server answers',
  answers: json(object({ status: text })),
});

export const getReadiness = reads('getReadiness', {
  summary: 'Whether the library can be read; 503 where it cannot',
  answers: json(
    object({ status: text, works: whole, database: orNull(text) }, ['status', 'works']),
  ),
});

export const getOpenApi = reads('getOpenApi', {
  summary: 'This description',
  answers: json({ type: 'object' }),
});
