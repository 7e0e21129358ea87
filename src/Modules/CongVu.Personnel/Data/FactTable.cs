using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Data;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Personnel.Data;

/// <summary>The table of one kind of fact: the statements that close, insert, copy and read its rows.</summary>
internal sealed class FactTable
{
    private readonly string _close, _insert;

    public FactTable(FactKind kind, string name, params FactColumn[] payload)
    {
        (Kind, Name, Columns) = (kind, "personnel." + name, [.. Shared, .. payload]);
        var names = string.Join(", ", Columns.Select(c => c.Name));
        _close = $"update {Name} set recorded = tstzrange(lower(recorded), $2) where effect_id = any($1) and upper_inf(recorded)";
        _insert = $"""
            insert into {Name} (valid, recorded, {names})
            select daterange(u.valid_from, u.valid_until), tstzrange($1, null), {string.Join(", ", Columns.Select(c => "u." + c.Name))}
            from unnest($2::date[], $3::date[], {string.Join(", ", Columns.Select((c, i) => $"${i + 4}::{c.SqlArray}"))}) as u(valid_from, valid_until, {names})
            """;
        Copy = $"copy {Name} (valid, recorded, {names}) from stdin (format binary)";
        Select = $"select valid, {names} from {Name} where upper_inf(recorded) and person_id = any($1)";
    }

    private static readonly FactColumn[] Shared =
    [
        new("person_id", NpgsqlDbType.Uuid, r => r.Source.PersonId),
        new("decision_id", NpgsqlDbType.Uuid, r => r.Source.DecisionId),
        new("declaration_id", NpgsqlDbType.Uuid, r => r.Source.DeclarationId),
        new("effect_id", NpgsqlDbType.Uuid, r => r.Source.Id),
        new("effect_version", NpgsqlDbType.Integer, r => r.Source.Version),
    ];

    public FactKind Kind { get; }

    /// <summary>With its schema.</summary>
    public string Name { get; }

    public IReadOnlyList<FactColumn> Columns { get; }

    /// <summary>Binary COPY of whole rows.</summary>
    public string Copy { get; }

    /// <summary>Rows known now of the people in $1: valid, then <see cref="Columns"/>.</summary>
    public string Select { get; }

    /// <summary>Ends the knowledge of rows; how many were ended is the number of rows affected.</summary>
    public NpgsqlBatchCommand Close(IEnumerable<FactRow> rows, DateTime at) => new(_close)
    {
        Parameters = { new() { Value = rows.Select(r => r.Source.Id).ToArray() }, new() { Value = at } },
    };

    /// <summary>Adds rows known from an instant on.</summary>
    public NpgsqlBatchCommand Insert(IReadOnlyList<FactRow> rows, DateTime at)
    {
        var command = new NpgsqlBatchCommand(_insert)
        {
            Parameters =
            {
                new() { Value = at },
                new() { Value = rows.Select(r => r.From).ToArray() },
                new() { Value = rows.Select(r => r.Until).ToArray() },
            },
        };
        foreach (var column in Columns) command.Parameters.Add(column.Array(rows));
        return command;
    }

    /// <summary>Writes one row into a COPY begun with <see cref="Copy"/>.</summary>
    public void Write(NpgsqlBinaryImporter copy, in FactRow row, NpgsqlRange<DateTime> recorded)
    {
        copy.StartRow();
        copy.Write(Span.Between(row.From, row.Until), NpgsqlDbType.DateRange);
        copy.Write(recorded, NpgsqlDbType.TimestampTzRange);
        foreach (var column in Columns) column.Write(copy, row);
    }

    /// <summary>Names of the columns in which a row read by <see cref="Select"/> differs from what the fold gives.</summary>
    public IEnumerable<string> Differences(NpgsqlDataReader stored, FactRow row)
    {
        if (stored.GetFieldValue<NpgsqlRange<DateOnly>>(0) != Span.Between(row.From, row.Until)) yield return "valid";
        for (var i = 0; i < Columns.Count; i++)
            if (!Columns[i].Same(stored, i + 1, row)) yield return Columns[i].Name;
    }
}
