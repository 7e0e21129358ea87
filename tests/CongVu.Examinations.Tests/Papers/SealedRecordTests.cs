using System.Text.Json.Nodes;
using CongVu.Examinations.Contracts;

namespace CongVu.Examinations.Tests.Papers;

/// <summary>A record verifies as drawn, and no longer after any change.</summary>
public sealed class SealedRecordTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("congvu-record").FullName;
    private readonly string _record;

    public SealedRecordTests()
    {
        var path = Path.Combine(_folder, "de.gift");
        File.WriteAllText(path, string.Concat(Enumerable.Range(1, 30).Select(n => $"// [id:q{n:D2}]\n::Câu {n}:: Hỏi {n}? {{=đúng ~sai ~có lẽ}}\n\n")));
        var (json, error) = ExamRecords.Draw(path, """{"cells":[{"topic":"","level":0,"count":8,"pointsHundredths":125}]}""", 5, "giá đóng cửa VN-Index 28/11/2026: 1.234,56", null);
        error.ShouldBeNull();
        _record = json!;
    }

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void As_drawn_it_holds()
    {
        var (text, holds) = ExamRecords.Verify(_record, json: false);
        holds.ShouldBeTrue(text);
        text.ShouldContain("5 đề");
    }

    [Theory]
    [InlineData("body", "q07")]
    [InlineData("secret", "cam kết")]
    [InlineData("public", "Đề 001")]
    [InlineData("count", "cam kết")]
    [InlineData("hash", "q07")]
    [InlineData("question", "Đề 003, câu 2")]
    [InlineData("options", "Đề 003, câu 2")]
    [InlineData("points", "Đề 003, câu 2")]
    [InlineData("commitment", "cam kết")]
    [InlineData("removed", "cam kết")]
    public void Any_change_is_found_and_named(string change, string says)
    {
        var record = JsonNode.Parse(_record)!;
        var entry = record["bank"]!.AsArray().Single(e => e!["id"]!.GetValue<string>() == "q07")!;
        var question = record["papers"]![2]!["questions"]![1]!;
        switch (change)
        {
            case "body": entry["body"] = entry["body"]!.GetValue<string>().Replace("Hỏi 7", "Hỏi 8"); break;
            case "secret": record["boardSecret"] = new string('a', 64); break;
            case "public": record["publicValue"] = "khác"; break;
            case "count": record["blueprint"]!["cells"]![0]!["pointsHundredths"] = 100; break;
            case "hash": entry["hash"] = new string('0', 64); break;
            case "question": question["item"] = "q99"; break;
            case "options": question["options"] = new JsonArray([.. question["options"]!.AsArray().Reverse().Select(o => o!.DeepClone())]); break;
            case "points": question["pointsHundredths"] = 200; break;
            case "commitment": record["commitment"] = new string('b', 64); break;
            case "removed": record["bank"]!.AsArray().RemoveAt(0); break;
        }
        var (text, holds) = ExamRecords.Verify(record.ToJsonString(), json: false);
        holds.ShouldBeFalse();
        text.ShouldContain(says);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("null")]
    public void What_is_no_record_is_said_so(string text) => ExamRecords.Verify(text, json: true).Holds.ShouldBeFalse();
}
