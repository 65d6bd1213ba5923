interface Page<Row> {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** A list from its first page to its last; of none, no rows. */
export async function whole<Row>(
  page: (after: string | null) => Promise<Page<Row> | null | undefined>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const found: Page<Row> | null | undefined = await page(after);
    rows.push(...(found?.nodes ?? []));
    if (!found?.pageInfo.hasNextPage || !found.pageInfo.endCursor) return rows;
    after = found.pageInfo.endCursor;
  }
}
