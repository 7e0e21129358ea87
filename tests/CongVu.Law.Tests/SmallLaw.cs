using CongVu.Law.Loading;

namespace CongVu.Law.Tests;

/// <summary>A law folder of one national and one provincial instrument, for tests of the loader alone: quick, and every error in it is the one under test.</summary>
internal sealed class SmallLaw : IDisposable
{
    public const string National = "instruments/1-2020-ND-CP.yaml";
    public const string Local = "instruments/2-2021-NQ-HDND.yaml";
    public const string Amount = "parameters/pay/amount.yaml";

    private readonly ScratchFolder folder = new();

    public SmallLaw()
    {
        folder.Write(National, """
            number: 1/2020/NĐ-CP
            title: Quy định mức thử
            kind: decree
            issuer: Chính phủ
            issued: 2019-12-01
            inForce: 2020-01-01
            ceases: 2030-01-01
            status: text-read
            checked: 2026-11-01
            """);
        folder.Write(Local, """
            number: 2/2021/NQ-HĐND
            title: Quy định mức của tỉnh
            kind: resolution
            issuer: Hội đồng nhân dân tỉnh
            scope: province
            issued: unknown
            inForce: 2021-01-01
            status: recalled
            confidence: low
            checked: 2026-11-01
            """);
    }

    public SmallLaw With(string file, string text)
    {
        folder.Write(file, text);
        return this;
    }

    /// <summary>A parameter of đồng with these values.</summary>
    public SmallLaw WithAmount(string values, string head = "") => With(Amount, Head("pay.amount") + head + "values:\n" + values);

    public static string Head(string key, string kind = "money", string unit = "unit: đồng\n") => $"""
        key: {key}
        name: Mức thử
        kind: {kind}
        {unit}dateRole: pay-day
        checked: 2026-11-01

        """;

    /// <summary>One value of the nation.</summary>
    public static string Value(string from, string value) => $"  - from: {from}\n    value: {value}\n    source: {{ instrument: 1/2020/NĐ-CP, article: Điều 1 }}\n    status: text-read\n";

    public LoadedLaw Load(out IReadOnlyList<string> errors, params LawOverlay[] overlays)
    {
        var found = new LawErrors();
        var law = LawLoader.Load(folder.Path, overlays, found);
        errors = [.. found.All.Select(e => e.ToString())];
        return law;
    }

    public IReadOnlyList<string> Errors(params LawOverlay[] overlays)
    {
        Load(out var errors, overlays);
        return errors;
    }

    public void Dispose() => folder.Dispose();
}
