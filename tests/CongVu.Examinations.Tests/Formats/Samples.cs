using System.IO.Compression;
using System.Text;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Tests.Formats;

/// <summary>One item of every kind, and small files to read.</summary>
internal static class Samples
{
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static ReadSet Read(string name, string text) => ItemFiles.Read(name, Encoding.UTF8.GetBytes(text));

    public static Content Text(string text) => ContentForm.Plain(text);

    public static Content Html(string html) => new ContentForm(name => name, _ => { }).Of(HtmlContent.Parse(html));

    public static Choice[] Choices(params string[] texts) => [.. texts.Select((t, i) => new Choice(ItemForm.Letter(i), Text(t)))];

    public static ExamItem Item(string id, Content stem, params Part[] parts) => ItemForm.Settle(new ExamItem { Id = id, Title = $"Câu {id}", Stem = stem, Parts = parts });

    public static Part Part(PartKind kind) => new() { Id = "RESPONSE", Kind = kind };

    /// <summary>Every kind, with points, partial credit, pictures, formulas and awkward characters.</summary>
    public static IReadOnlyList<ExamItem> All()
    {
        var formula = Html("<p>Tính <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mfrac><mn>1</mn><mi>x</mi></mfrac></math> khi x &lt; 3 &amp; y ~ {2} = #1:</p><p>Chọn <em>một</em>.</p>");
        var pictured = Html("<p>Xem hình:</p><p><img src=\"so-do.png\" alt=\"Sơ đồ\"></p><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>");
        var gapped = Html("Thủ đô là <gap id=\"RESPONSE\"></gap> từ năm 1010.");
        return
        [
            Item("c1", formula, Part(PartKind.SingleChoice) with { Choices = Choices("Một", "Hai", "Ba = 3", "Bốn"), Key = ["B"], Points = 2, Shuffle = true }),
            Item("c2", pictured, Part(PartKind.SingleChoice) with { Choices = Choices("Một", "Hai", "Ba"), Key = ["A"], Scores = [new("C", 0.5m)], Points = 1, Shuffle = true })
                with { Media = [new Medium("so-do.png", Png)], Explanation = Text("Vì điều 5."), Topic = "Luật/Hiến pháp" },
            Item("m1", Text("Chọn hai."), Part(PartKind.MultipleResponse) with { Choices = Choices("Một", "Hai", "Ba"), Key = ["A", "C"], PerElement = true, Shuffle = true }),
            Item("m2", Text("Chọn, sai bị trừ."), Part(PartKind.MultipleResponse) with { Choices = Choices("Một", "Hai", "Ba"), Key = ["A", "C"], Scores = [new("A", 0.5m), new("B", -0.5m), new("C", 0.5m)] }),
            Item("m3", Text("Đúng cả mới có điểm."), Part(PartKind.MultipleResponse) with { Choices = Choices("Một", "Hai", "Ba"), Key = ["A", "B"] }),
            Item("tf", Text("Luật có hiệu lực ngay?"), Part(PartKind.TrueFalse) with { Choices = TrueFalseWords.Choices(), Key = ["false"] }),
            Item("mt", Text("Ghép."), Part(PartKind.Matching) with { Choices = [new("S1", Text("Một")) { Set = 1 }, new("S2", Text("Hai")) { Set = 1 }, new("T1", Text("one")) { Set = 2 }, new("T2", Text("two")) { Set = 2 }, new("T3", Text("three")) { Set = 2 }], Key = ["S1 T1", "S2 T2"], PerElement = true, Points = 2, Shuffle = true }),
            Item("or", Text("Sắp xếp."), Part(PartKind.Ordering) with { Choices = Choices("Nhất", "Nhì", "Ba"), Key = ["A", "B", "C"], Shuffle = true }),
            Item("or2", Text("Sắp xếp."), Part(PartKind.Ordering) with { Choices = Choices("Ba", "Nhất", "Nhì"), Key = ["B", "C", "A"], Points = 3 }),
            Item("gt", Text("Thủ đô là"), Part(PartKind.GapText) with { Key = ["Hà Nội", "Hanoi"], Scores = [new("Thăng Long", 0.5m)] }),
            Item("gi", gapped, Part(PartKind.GapText) with { Key = ["Hà Nội"] }),
            Item("gc", Text("Viết đúng chữ hoa:"), Part(PartKind.GapText) with { Key = ["UBND"], CaseSensitive = true }),
            Item("n1", Text("Pi bằng"), Part(PartKind.GapNumeric) with { Numbers = [new(3.14m, 0.005m)] }),
            Item("n2", Text("Năm nào?"), Part(PartKind.GapNumeric) with { Numbers = [new(1945, 0), new(1946, 0, 0.5m)] }),
            Item("ic", Html("Nước là <gap id=\"RESPONSE\"></gap> ở 20 °C."), Part(PartKind.InlineChoice) with { Choices = Choices("lỏng", "rắn", "khí"), Key = ["A"], Shuffle = true }),
            Item("hs", Text("Chỉ Hà Nội trên bản đồ."), Part(PartKind.Hotspot) with { Picture = new("ban-do.png", 200, 300, "Bản đồ"), Key = ["H1"], Choices = [new("H1", Text("Hà Nội")) { Shape = "circle", Coords = "50,60,8" }, new("H2", Content.Empty) { Shape = "rect", Coords = "1,2,30,40" }] })
                with { Media = [new Medium("ban-do.png", Png)] },
            Item("sp", Text("Đánh dấu Huế."), Part(PartKind.Hotspot) with { FreePoint = true, Picture = new("ban-do.png", 200, 300, ""), Key = ["90 150"], Choices = [new("V1", Content.Empty) { Shape = "circle", Coords = "90,150,10" }], Scores = [new("V1", 1)] })
                with { Media = [new Medium("ban-do.png", Png)] },
            Item("es", Text("Phân tích."), Part(PartKind.ExtendedText) with { Lines = 20, Points = 10 }),
            Item("mix", Html("<p>Đọc: <gap id=\"R1\"></gap> và <gap id=\"R2\"></gap>.</p>"),
                Part(PartKind.GapNumeric) with { Id = "R1", Numbers = [new(5, 0)], Points = 1 }, Part(PartKind.InlineChoice) with { Id = "R2", Choices = Choices("x", "y"), Key = ["B"], Points = 2 }),
        ];
    }

    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return buffer.ToArray();
    }
}
