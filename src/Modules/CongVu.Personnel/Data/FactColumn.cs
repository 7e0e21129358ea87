using CongVu.Personnel.Domain;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Personnel.Data;

/// <summary>A column of a fact table and how a folded row fills it.</summary>
internal sealed record FactColumn(string Name, NpgsqlDbType Type, Func<FactRow, object?> Value)
{
    /// <summary>Name of the array type, for <c>unnest</c>.</summary>
    public string SqlArray => Type switch
    {
        NpgsqlDbType.Uuid => "uuid[]",
        NpgsqlDbType.Text => "text[]",
        NpgsqlDbType.Date => "date[]",
        NpgsqlDbType.Integer => "int[]",
        NpgsqlDbType.Bigint => "bigint[]",
        NpgsqlDbType.Boolean => "boolean[]",
        _ => throw new NotSupportedException(Type.ToString()),
    };

    /// <summary>The column's values of many rows as one parameter.</summary>
    public NpgsqlParameter Array(IReadOnlyList<FactRow> rows) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Array | Type,
        Value = Type switch
        {
            NpgsqlDbType.Uuid => rows.Select(r => (Guid?)Value(r)).ToArray(),
            NpgsqlDbType.Text => rows.Select(r => (string?)Value(r)).ToArray(),
            NpgsqlDbType.Date => rows.Select(r => (DateOnly?)Value(r)).ToArray(),
            NpgsqlDbType.Integer => rows.Select(r => (int?)Value(r)).ToArray(),
            NpgsqlDbType.Bigint => rows.Select(r => (long?)Value(r)).ToArray(),
            NpgsqlDbType.Boolean => rows.Select(r => (bool?)Value(r)).ToArray(),
            _ => throw new NotSupportedException(Type.ToString()),
        },
    };

    /// <summary>Writes the column of one row into a COPY.</summary>
    public void Write(NpgsqlBinaryImporter copy, in FactRow row)
    {
        if (Value(row) is { } value) copy.Write(value, Type);
        else copy.WriteNull();
    }

    /// <summary>What is stored equals what the fold gives.</summary>
    public bool Same(NpgsqlDataReader stored, int ordinal, in FactRow row)
    {
        var value = stored.IsDBNull(ordinal) ? null : Type == NpgsqlDbType.Date ? stored.GetFieldValue<DateOnly>(ordinal) : stored.GetValue(ordinal);
        return Equals(value, Value(row));
    }
}
