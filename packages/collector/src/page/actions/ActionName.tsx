/** An action's ID as text, its namespace dimmed. */
export function ActionName({ id }: { readonly id: string }) {
  const split = Math.max(id.lastIndexOf("."), id.lastIndexOf("/")) + 1;
  return (
    <code title={id}>
      {split > 0 && (
        <>
          <span className="namespace">{id.slice(0, split)}</span>
          <wbr />
        </>
      )}
      {id.slice(split)}
    </code>
  );
}
