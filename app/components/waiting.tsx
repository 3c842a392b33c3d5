/** Shown while a long work is aligned for the first time; the page asks again by itself. */
export function Waiting({ title, share }: { title: string; share: number }) {
  const percent = Math.round(share * 100);
  return (
    <section className="problem problem-page waiting">
      <meta httpEquiv="refresh" content="2" />
      <h1>{title}</h1>
      <p>
        These editions are long, and are being aligned for the first time. What is found is kept:
        the next visit will not wait.
      </p>
      <p>
        <progress max={100} value={percent} aria-label="Alignment" /> {percent} %
      </p>
    </section>
  );
}
