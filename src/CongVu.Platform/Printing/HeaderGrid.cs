namespace CongVu.Platform.Printing;

/// <summary>Where a heading cell really stands once the spans of the rows above are taken into account.</summary>
internal sealed record PlacedHeader(HeaderCell Cell, int Row, int Column);

/// <summary>Lays heading rows with spans out on a grid; Word and Excel both need the absolute columns.</summary>
internal static class HeaderGrid
{
    public static IReadOnlyList<PlacedHeader> Place(IReadOnlyList<IReadOnlyList<HeaderCell>> rows, int columns)
    {
        var taken = new bool[rows.Count, columns];
        var placed = new List<PlacedHeader>();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row])
            {
                while (column < columns && taken[row, column])
                {
                    column++;
                }

                if (column + cell.Columns > columns || row + cell.Rows > rows.Count)
                {
                    throw new ArgumentException($"Heading '{cell.Text}' does not fit a table of {columns} columns and {rows.Count} heading rows.");
                }

                for (var r = row; r < row + cell.Rows; r++)
                {
                    for (var c = column; c < column + cell.Columns; c++)
                    {
                        taken[r, c] = true;
                    }
                }

                placed.Add(new PlacedHeader(cell, row, column));
                column += cell.Columns;
            }
        }

        foreach (var free in taken)
        {
            if (!free)
            {
                throw new ArgumentException("The heading rows leave a hole in the table; give every column a heading.");
            }
        }

        return placed;
    }
}
