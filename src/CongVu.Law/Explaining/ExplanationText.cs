using System.Text;

namespace CongVu.Law;

/// <summary>An explanation as plain text, indented like a page of arithmetic; for terminals and logs.</summary>
public static class ExplanationText
{
    /// <summary>The whole tree; every line ends with a line feed but the last.</summary>
    public static string ToText(this Explanation explanation)
    {
        var text = new StringBuilder();
        Write(text, explanation, 0);
        return text.ToString().TrimEnd('\n');
    }

    private static void Write(StringBuilder text, Explanation node, int depth)
    {
        var indent = new string(' ', depth * 2);
        text.Append($"{indent}{node.Label}: {node.Value}\n");
        var inner = indent + "  ";
        if (node.Formula is { } formula)
        {
            text.Append($"{inner}= {formula}\n");
        }
        foreach (var input in node.Inputs)
        {
            text.Append($"{inner}- {input.Label}: {input.Value} ({input.Origin}{(input.Decision is { } decision ? "; " + decision : "")})\n");
        }
        foreach (var parameter in node.Parameters)
        {
            text.Append($"{inner}- {parameter.Label}: {parameter.Value} ({parameter.Source}; {parameter.Verification})\n");
        }
        if (node.Rounding is { } rounding)
        {
            text.Append($"{inner}- {rounding.Policy} ({rounding.Provision})\n");
        }
        foreach (var note in node.Notes)
        {
            text.Append($"{inner}! {note}\n");
        }
        if (node.Regime is { } regime)
        {
            text.Append($"{inner}- Chế độ áp dụng: {regime.Name}\n");
        }
        foreach (var child in node.Children)
        {
            Write(text, child, depth + 1);
        }
    }
}
