using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CongVu.Reform.Reading;

/// <summary>Writes a reading in the agreed JSON shape; other programs rely on its names.</summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole reading as JSON: camelCase names, ISO dates, null where the plan does not say, letters unescaped.</summary>
    public static string Write(PlanReadResult plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("title", plan.Title);
            json.WriteString("number", plan.Number);
            json.WriteString("issuer", plan.Issuer);
            json.WriteString("issued", Iso(plan.Issued));
            json.WriteStartObject("period");
            json.WriteString("from", Iso(plan.Period.From));
            json.WriteString("to", Iso(plan.Period.To));
            json.WriteEndObject();
            Array(json, "groups", plan.Groups, Group);
            Array(json, "tasks", plan.Tasks, Task);
            Array(json, "targets", plan.Targets, Target);
            Array(json, "notUnderstood", plan.NotUnderstood, Unread);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, checked((int)buffer.Length));
    }

    private static void Group(Utf8JsonWriter json, PlanReadGroup group)
    {
        json.WriteString("code", group.Code);
        json.WriteString("title", group.Title);
    }

    private static void Task(Utf8JsonWriter json, PlanReadTask task)
    {
        json.WriteString("code", task.Code);
        json.WriteString("group", task.Group);
        json.WriteString("title", task.Title);
        Array(json, "products", task.Products, Product);
    }

    private static void Product(Utf8JsonWriter json, PlanReadProduct product)
    {
        json.WriteString("text", product.Text);
        Units(json, "lead", product.Lead);
        Units(json, "support", product.Support);
        var schedule = product.Schedule;
        json.WriteStartObject("schedule");
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(schedule.Kind.ToString()));
        json.WriteString("from", Iso(schedule.From));
        json.WriteString("to", Iso(schedule.To));
        if (schedule.MinPerYear is { } min)
        {
            json.WriteNumber("minPerYear", min);
        }
        else
        {
            json.WriteNull("minPerYear");
        }
        json.WriteString("text", schedule.Text);
        json.WriteEndObject();
    }

    private static void Target(Utf8JsonWriter json, PlanReadTarget target)
    {
        json.WriteString("text", target.Text);
        json.WriteNumber("value", target.Value);
        json.WriteString("comparison", target.Comparison switch
        {
            PlanComparison.AtLeast => "gte",
            PlanComparison.AtMost => "lte",
            PlanComparison.MoreThan => "gt",
            PlanComparison.LessThan => "lt",
            _ => "eq",
        });
        json.WriteString("unit", target.Unit == PlanTargetUnit.Percent ? "percent" : "count");
        json.WriteString("by", Iso(target.By));
    }

    private static void Unread(Utf8JsonWriter json, PlanUnreadLine line)
    {
        json.WriteNumber("line", line.Line);
        json.WriteString("text", line.Text);
    }

    private static void Units(Utf8JsonWriter json, string name, IReadOnlyList<PlanReadUnit> units)
    {
        json.WriteStartArray(name);
        foreach (var unit in units)
        {
            json.WriteStringValue(unit.Text);
        }
        json.WriteEndArray();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
